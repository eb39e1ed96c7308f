import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Paperclip } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Attachment } from '../../../shared/attachments/attachment.ts';
import { ENDINGS, MOST_BYTES } from '../../../shared/attachments/file-kinds.ts';
import type { Carrier } from '../../../shared/kernel/on-carrier.ts';
import { client } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { cx } from '../../ui/cx.ts';
import { fileSize } from '../../ui/file-rules.ts';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useFileDrop } from '../../ui/use-file-drop.ts';
import { AttachmentItem, UploadItem } from './attachment-item.tsx';
import { attachmentsQuery, refreshAttachments } from './queries.ts';
import { useUploads } from './use-uploads.ts';

interface Props {
  record: Carrier;
  nameOf: (userId: string) => string;
  reader: { userId: string; writes: boolean; moderates: boolean };
}

/** The files that staff attached to a record, newest first, and those on their way. Clients never see them. */
export function Attachments({ record, nameOf, reader }: Props) {
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(attachmentsQuery(record));
  const uploads = useUploads(record);
  const { over, handlers } = useFileDrop(uploads.attach);
  const [removing, setRemoving] = useState<Attachment>();
  const files = data?.items;
  return (
    // Dropping is the second way; the button inside is the first.
    <div
      {...(reader.writes ? handlers : {})}
      className={cx('-m-1 flex flex-col gap-2 rounded-card p-1', over && 'bg-selected outline-2 outline-accent')}
    >
      {error ? <ErrorState error={error} onRetry={() => void refetch()} className="py-4" /> : null}
      {files || error ? null : (
        <Loading label="Loading the files" className="flex flex-col gap-3">
          <Skeleton className="w-3/5" />
        </Loading>
      )}
      {files?.length === 0 && !reader.writes ? <p className="text-ink-3">No files.</p> : null}
      {files && files.length + uploads.files.length > 0 ? (
        <ul className="divide-y divide-line">
          {uploads.files.map((one) => (
            <UploadItem
              key={`up-${one.key}`}
              upload={one}
              onLetGo={() => uploads.letGo(one.key)}
              onRetry={() => uploads.retry(one)}
            />
          ))}
          {files.map((file) => (
            <AttachmentItem
              key={file.attachmentId}
              file={file}
              by={nameOf(file.createdBy)}
              {...(reader.writes && (reader.moderates || file.createdBy === reader.userId)
                ? { onRemove: () => setRemoving(file) }
                : {})}
            />
          ))}
        </ul>
      ) : null}
      {reader.writes && files ? <AttachButton first={files.length === 0} onChoose={uploads.attach} /> : null}
      {removing ? (
        <ConfirmDialog
          open
          onOpenChange={() => setRemoving(undefined)}
          title={`Delete ${removing.name}`}
          effect="It is gone for everybody, and cannot be brought back."
          verb="Delete file"
          onConfirm={async () => {
            await client.attachments.remove({ ...record, attachmentId: removing.attachmentId, v: removing.v });
            await refreshAttachments(queryClient, record);
          }}
        />
      ) : null}
    </div>
  );
}

function AttachButton({ first, onChoose }: { first: boolean; onChoose: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <input
        ref={input}
        type="file"
        multiple
        accept={ENDINGS.join(',')}
        aria-label="Files to attach"
        tabIndex={-1}
        className="sr-only"
        onChange={({ target }) => {
          onChoose([...(target.files ?? [])]);
          // The same file may be chosen once more.
          target.value = '';
        }}
      />
      <Button size="sm" icon={<Paperclip aria-hidden />} onClick={() => input.current?.click()}>
        Attach files
      </Button>
      {first ? (
        <span className="min-w-0 text-ink-3 text-meta">
          Documents, pictures, mails or ZIP files, up to {fileSize(MOST_BYTES)}
        </span>
      ) : null}
    </div>
  );
}
