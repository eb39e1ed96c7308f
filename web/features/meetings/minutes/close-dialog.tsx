import type { Participant } from '../../../../shared/meetings/meeting.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { counted, formatDate } from '../../../ui/format.ts';
import { useLocale } from '../../../ui/locale.tsx';

/** Asks before minutes stand for ever and leave by mail. Loads on first use. */
export default function CloseDialog({
  recipients,
  left,
  nextAt,
  onConfirm,
  onClose,
}: {
  recipients: readonly Participant[];
  /** Items that go to the next meeting. */
  left: number;
  /** ISO instant of that meeting, where it is known. */
  nextAt: string | undefined;
  onConfirm: () => Promise<void>;
  onClose: () => void;
}) {
  const { locale, timeZone } = useLocale();
  const day = nextAt ? ` on ${formatDate(nextAt, locale, timeZone)}` : '';
  const to = recipients.map(({ name, email }) => `${name} (${email})`).join(', ');
  const mails =
    recipients.length === 0
      ? 'Nobody gets them by mail.'
      : `${counted(recipients.length, 'mail')} with these minutes ${recipients.length === 1 ? 'leaves' : 'leave'} at once: ${to}.`;
  const next = left === 0 ? '' : ` ${counted(left, 'item')} ${left === 1 ? 'goes' : 'go'} to the next meeting${day}.`;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={recipients.length === 0 ? 'Close the minutes' : 'Close and send the minutes'}
      effect={`${mails}${next} The minutes stand for ever: nothing in them can be changed afterwards.`}
      verb={
        recipients.length === 0
          ? 'Close minutes'
          : `Close and send to ${counted(recipients.length, 'person', 'people')}`
      }
      danger={false}
      onConfirm={onConfirm}
    />
  );
}
