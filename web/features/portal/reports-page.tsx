import { Download } from 'lucide-react';
import { useState } from 'react';
import type { PortalReport } from '../../../shared/portal/portal.ts';
import { DateText } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { refusalToast } from '../../ui/tell.ts';
import { toast } from '../../ui/toast.tsx';
import { fileSize } from './text.ts';

/** Reports that the MSP has published for this company; each is one file that never changes. */
export function ReportsPage({
  mspName,
  reports,
  onDownload,
}: {
  mspName: string;
  reports: readonly PortalReport[];
  onDownload: (reportId: string) => Promise<void>;
}) {
  const { locale } = useLocale();
  const [busy, setBusy] = useState<string>();
  const download = async (reportId: string) => {
    setBusy(reportId);
    try {
      await onDownload(reportId);
    } catch (error) {
      toast({ ...refusalToast(error), action: { label: 'Try again', run: () => void download(reportId) } });
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <>
      <PageHead title="Reports" fact={`What ${mspName} has written for your company.`} />
      <Card aria-label="Reports">
        {reports.length === 0 ? (
          <EmptyState title="No report yet">
            Reviews and summaries that {mspName} publishes for you stand here as PDF files.
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {reports.map(({ reportId, title, period, publishedAt, pages, bytes }) => (
              <li key={reportId} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
                <div className="min-w-0 flex-1 basis-56">
                  <p className="font-medium">{title}</p>
                  <p className="num text-ink-3 text-meta">
                    <DateText iso={period.from} /> to <DateText iso={period.to} />, published{' '}
                    <DateText iso={publishedAt} year={false} />
                  </p>
                </div>
                <Button
                  icon={<Download aria-hidden />}
                  busy={busy === reportId}
                  className="max-sm:w-full"
                  onClick={() => void download(reportId)}
                >
                  Download PDF
                  <span className="font-normal text-ink-3 text-meta">
                    {pages === 1 ? '1 page' : `${pages} pages`}, {fileSize(bytes, locale)}
                  </span>
                  <span className="sr-only">: {title}</span>
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}
