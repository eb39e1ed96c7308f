import { useQueryClient } from '@tanstack/react-query';
import type { Integration } from '../../../shared/integrations/integration.ts';
import type { PullNote, RunDetail } from '../../../shared/integrations/run.ts';
import { client } from '../../lib/api.ts';
import { useMay } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Card, CardHead } from '../../ui/card.tsx';
import { counted } from '../../ui/format.ts';
import { toast } from '../../ui/toast.tsx';
import { integrationsKey } from './queries.ts';
import { refusals } from './refusals.ts';
import { useRefusal } from './use-change.ts';
import { WaitNotice } from './wait-notice.tsx';

const keyOf = ({ organisationId, dataSetName }: PullNote) => `${organisationId} ${dataSetName}`;

/** What a sync has to say beside its figures: patience, listings that wait for a person, and refusals. */
export function RunNotes({ integration, run }: { integration: Integration; run: RunDetail }) {
  const waiting = run.finishedAt ? [] : run.notes.filter(({ state }) => state === 'waiting');
  const held = run.notes.filter(({ state }) => state === 'held');
  return (
    <>
      {waiting.length > 0 ? <WaitNotice notes={waiting} running={run.state === 'running'} /> : null}
      {held.map((note) => (
        <HeldNotice key={keyOf(note)} integration={integration} note={note} />
      ))}
      {refusals(run.notes, integration.state === 'failed' ? integration.trouble?.cause : undefined).map(
        ({ trouble, dataSets }) => (
          <Callout key={trouble.cause} tone="warn" title={trouble.cause}>
            {trouble.safe} {trouble.fix} Not read: {dataSets.join(', ').toLowerCase()}.
          </Callout>
        ),
      )}
    </>
  );
}

/** Many rows vanished at once: nothing is deleted until a person says that it is right. */
function HeldNotice({ integration, note }: { integration: Integration; note: PullNote }) {
  const { integrationId } = integration;
  const manages = useMay()('integrations:manage');
  const queryClient = useQueryClient();
  const refuse = useRefusal();
  const accept = async () => {
    try {
      const { organisationId, dataSetName: dataSet } = note;
      await client.integrations.acceptRemoval({ integrationId, organisationId, dataSet });
      await queryClient.invalidateQueries({ queryKey: integrationsKey() });
      toast({ title: 'Removal accepted', detail: 'The next sync deletes what the vendor no longer lists.' });
    } catch (error) {
      refuse(error);
    }
  };
  return (
    <Callout
      tone="warn"
      title={note.trouble?.cause ?? `${note.organisation}: many rows vanished at once.`}
      actions={manages ? <Button onClick={() => void accept()}>Accept the removal</Button> : undefined}
    >
      {note.trouble?.safe} {note.trouble?.fix}
    </Callout>
  );
}

/** What a vendor does not have for a client: no trouble, but the reason why a page stays empty. */
export function AbsentCard({ run }: { run: RunDetail }) {
  const notes = run.notes.filter(({ state }) => state === 'unavailable');
  if (notes.length === 0) return null;
  return (
    <Card>
      <CardHead title="Not offered" fact={counted(notes.length, 'data set')} ruled />
      <ul className="divide-y divide-line">
        {notes.map((note) => (
          <li key={keyOf(note)} className="flex flex-wrap gap-x-3 px-3.5 py-2">
            <span className="font-medium">{note.organisation}</span>
            <span className="text-ink-2">{note.dataSet}</span>
            <span className="w-full text-ink-3 text-meta">{note.reason}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
