import { Download, FileArchive, FileImage, FileSpreadsheet, FileText, type LucideIcon, Mail, X } from 'lucide-react';
import type { Attachment } from '../../../shared/attachments/attachment.ts';
import { client } from '../../lib/api.ts';
import { fetchFile } from '../../lib/fetch-file.ts';
import { RelativeTime } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { fileSize } from '../../ui/file-rules.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { ProgressBar } from '../../ui/meter.tsx';
import { MoreActions } from '../../ui/more-actions.tsx';
import type { Uploading } from './use-uploads.ts';

const KINDS: [RegExp, LucideIcon][] = [
  [/^image\//, FileImage],
  [/sheet|excel|csv/, FileSpreadsheet],
  [/zip/, FileArchive],
  [/rfc822|outlook/, Mail],
];

const iconOf = (contentType: string) => KINDS.find(([kind]) => kind.test(contentType))?.[1] ?? FileText;
const row = 'flex min-w-0 items-center gap-2.5 py-2 first:pt-0 last:pb-0';

/** A file that is there: its name fetches it. */
export function AttachmentItem({ file, by, onRemove }: { file: Attachment; by: string; onRemove?: () => void }) {
  const { companyId, recordType, recordId, attachmentId } = file;
  const fetchIt = () =>
    void fetchFile(() => client.attachments.download({ companyId, recordType, recordId, attachmentId }));
  const Icon = iconOf(file.contentType);
  const fetching = { id: 'download', label: 'Download', icon: <Download aria-hidden />, onSelect: fetchIt };
  const deleting = onRemove ? [{ id: 'delete', label: 'Delete', danger: true, onSelect: onRemove }] : [];
  return (
    <li className={row}>
      <Icon aria-hidden className="size-4.5 shrink-0 text-ink-3" />
      <div className="flex min-w-0 flex-1 flex-col">
        <button
          type="button"
          title={file.name}
          onClick={fetchIt}
          className="min-w-0 self-start truncate text-left font-medium text-body hover:underline touch:py-1 max-w-full"
        >
          {file.name}
        </button>
        <span className="num truncate text-ink-3 text-meta">
          {fileSize(file.bytes)} · {by} · <RelativeTime iso={file.createdAt} />
        </span>
      </div>
      <MoreActions label={`More actions: ${file.name}`} groups={[{ id: 'file', items: [fetching, ...deleting] }]} />
    </li>
  );
}

/** A file on its way, with how far it is; or one that was refused, with the reason and what can be done. */
export function UploadItem({
  upload: { file, sent, refusal, again },
  onLetGo,
  onRetry,
}: {
  upload: Uploading;
  onLetGo: () => void;
  onRetry: () => void;
}) {
  return (
    <li className={row}>
      <FileText aria-hidden className="size-4.5 shrink-0 text-ink-3" />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <span className="truncate" title={file.name}>
          {file.name}
        </span>
        {refusal ? (
          <span role="alert" className="text-bad text-meta">
            {refusal}
          </span>
        ) : (
          <ProgressBar
            value={sent}
            max={file.size}
            label={`Uploading ${file.name}`}
            text={`${fileSize(sent)} of ${fileSize(file.size)}`}
          />
        )}
      </div>
      {again ? (
        <Button size="sm" onClick={onRetry}>
          Try again
        </Button>
      ) : null}
      <IconButton
        small
        label={refusal ? `Dismiss ${file.name}` : `Cancel ${file.name}`}
        icon={<X aria-hidden />}
        onClick={onLetGo}
      />
    </li>
  );
}
