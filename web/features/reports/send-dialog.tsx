import { useState } from 'react';
import type { Recipient } from '../../../shared/reports/recipient.ts';
import type { Report } from '../../../shared/reports/report.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { useSending } from '../../ui/use-sending.tsx';
import { RecipientBoxes, useReaching } from './recipient-boxes.tsx';
import { people } from './text.ts';

/** Asks whom to mail before a report is shown to the client: from then on nothing of it changes. */
export default function SendDialog({
  report,
  peopleHref,
  onPublish,
  onClose,
}: {
  report: Report;
  peopleHref: string;
  onPublish: (recipients: Recipient[]) => Promise<void>;
  onClose: () => void;
}) {
  const stored = report.scheduled?.recipients ?? [];
  const [value, setValue] = useState<Recipient[]>(stored);
  const chosen = useReaching(report.companyId)(value);
  const { busy, refusal, send } = useSending(async () => {
    await onPublish(chosen);
    onClose();
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Publish ${report.title}`}
      description="It appears in the client's portal. From then on its words, data and PDF stay as they are."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={busy} onClick={send}>
            {chosen.length === 0 ? 'Publish without mail' : `Publish and mail ${people(chosen.length)}`}
          </Button>
        </>
      }
    >
      {refusal}
      <FieldGroup label="Mail the link to" help="The mail leads to the portal, where they sign in and read it.">
        <RecipientBoxes
          companyId={report.companyId}
          peopleHref={peopleHref}
          stored={stored}
          value={value}
          onChange={setValue}
        />
      </FieldGroup>
    </Dialog>
  );
}
