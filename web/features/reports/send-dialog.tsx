import { useState } from 'react';
import type { Recipient } from '../../../shared/reports/recipient.ts';
import type { Report } from '../../../shared/reports/report.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { errorWords } from '../../ui/states.tsx';
import { RecipientBoxes } from './recipient-boxes.tsx';
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
  const [chosen, setChosen] = useState<Recipient[]>(report.scheduled?.recipients ?? []);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const publish = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      await onPublish(chosen);
      onClose();
    } catch (error) {
      const { title, detail } = errorWords(error);
      setRefusal(detail ?? title);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Publish ${report.title}`}
      description="It appears in the client's portal. From then on its words, data and PDF stay as they are."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={busy} onClick={() => void publish()}>
            {chosen.length === 0 ? 'Publish without mail' : `Publish and mail ${people(chosen.length)}`}
          </Button>
        </>
      }
    >
      {refusal ? (
        <div role="alert">
          <Callout tone="bad" title={refusal} />
        </div>
      ) : null}
      <FieldGroup label="Mail the link to" help="The mail leads to the portal, where they sign in and read it.">
        <RecipientBoxes companyId={report.companyId} peopleHref={peopleHref} value={chosen} onChange={setChosen} />
      </FieldGroup>
    </Dialog>
  );
}
