import { useMutation } from '@tanstack/react-query';
import { RotateCw, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Made, Report } from '../../../shared/reports/report.ts';
import { client } from '../../lib/api.ts';
import { DateText } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { tell } from '../../ui/tell.ts';

const Hash = ({ children }: { children: string }) => (
  <code className="select-all break-all text-ink-2 text-meta">{children}</code>
);

/** The version made last: what is in it, when its data was frozen, and the fingerprints by which it can be known again. */
export function VersionCard({
  report,
  made,
  personOf,
  onMake,
}: {
  report: Report;
  made: Made;
  personOf: (userId: string) => string;
  /** Makes the next version; absent where that cannot be done. */
  onMake?: (() => void) | undefined;
}) {
  const { companyId, reportId, sealedAt, sealedBy } = report;
  const verify = useMutation({
    mutationFn: () => client.reports.verify({ companyId, reportId }),
    onError: tell,
  });
  const { pdf, snapshot, at, version } = made;
  const facts: { id: string; label: string; value: ReactNode }[] = [
    { id: 'frozen', label: 'Data frozen', value: <DateText iso={at} year time /> },
    ...(sealedAt && sealedBy
      ? [
          {
            id: 'sealed',
            label: 'Sealed',
            value: (
              <>
                <DateText iso={sealedAt} year time /> by{' '}
                {sealedBy.startsWith('system:') ? 'the schedule' : personOf(sealedBy)}
              </>
            ),
          },
        ]
      : []),
    {
      id: 'file',
      label: 'PDF',
      value: `${pdf.pages === 1 ? '1 page' : `${pdf.pages} pages`}, ${Math.ceil(pdf.bytes / 1_000)} kB`,
    },
    { id: 'pdf', label: 'SHA-256 of PDF', value: <Hash>{pdf.sha256}</Hash> },
    { id: 'data', label: 'SHA-256 of data', value: <Hash>{snapshot.sha256}</Hash> },
  ];
  return (
    <Card>
      <CardHead
        title={`Version ${version}`}
        action={
          <>
            {onMake ? (
              <Button size="sm" variant="quiet" icon={<RotateCw aria-hidden />} onClick={onMake}>
                Make again
              </Button>
            ) : null}
            <Button
              size="sm"
              variant="quiet"
              icon={<ShieldCheck aria-hidden />}
              busy={verify.isPending}
              onClick={() => verify.mutate()}
            >
              Verify
            </Button>
          </>
        }
      />
      <CardBody className="flex flex-col gap-3">
        <FactList facts={facts} />
        <div role="status" className="empty:hidden">
          {verify.data ? <Verdict {...verify.data} /> : null}
        </div>
      </CardBody>
    </Card>
  );
}

/** What came out of holding the stored files against their fingerprints. */
function Verdict({ at, data, pdf }: { at: string; data: boolean; pdf: boolean }) {
  const intact = data && pdf;
  const altered = [...(data ? [] : ['the data']), ...(pdf ? [] : ['the PDF'])].join(' and ');
  return (
    <p className="flex items-start gap-1.5 text-meta">
      <StatusIcon tone={intact ? 'ok' : 'bad'} label={intact ? 'Verified' : 'Altered'} />
      <span>
        {intact
          ? 'Data and PDF are, byte for byte, what was stored.'
          : `What is stored of ${altered} is gone or was altered. Tell support: older versions of files are kept.`}{' '}
        <DateText iso={at} time className="text-ink-3" />
      </span>
    </p>
  );
}

/** The sections as they were made, and those that had nothing to show. */
export function MadeSections({ made }: { made: Made }) {
  return (
    <Card>
      <CardHead title="Sections" fact={String(made.sections.length)} ruled />
      <ol className="divide-y divide-line">
        {made.sections.map(({ id, title }, at) => (
          <li key={id} className="flex min-h-10 items-center gap-3 px-3.5">
            <span className="num w-4 text-right text-ink-3">{at + 1}</span>
            <span className="font-medium">{title}</span>
          </li>
        ))}
        {made.leftOut.map(({ id, title, reason }) => (
          <li key={id} className="flex min-h-10 items-center gap-3 px-3.5 text-ink-3">
            <span className="w-4" />
            <span>{title}</span>
            <span className="ml-auto text-right text-meta">{reason}: left out</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
