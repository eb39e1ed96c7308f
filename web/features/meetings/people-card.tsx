import { MailX } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { ParticipantRef } from '../../../shared/meetings/meeting.ts';
import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';
import { Person } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { ChangedMeanwhile } from '../../ui/changed-meanwhile.tsx';
import { counted } from '../../ui/format.ts';
import { toast } from '../../ui/toast.tsx';
import { useSending } from '../../ui/use-sending.tsx';
import { type Invitable, refOf } from './people.ts';
import { useMeetingSave } from './use-meeting.ts';

const PeopleField = lazy(async () => ({ default: (await import('./people-field.tsx')).PeopleField }));

/** Who takes part. Once people were invited, whoever is added is invited by mail, and whoever is taken off is told so. */
export function PeopleCard({
  meeting,
  invitable,
  people,
  writable,
}: {
  meeting: MeetingDetail;
  /** Staff and contacts of the client; undefined while they load. */
  invitable: readonly Invitable[] | undefined;
  /** Names of staff by id. */
  people: ReadonlyMap<string, string>;
  writable: boolean;
}) {
  const { participants, invitation } = meeting;
  const { save, changedBy } = useMeetingSave(meeting);
  const [draft, setDraft] = useState<readonly ParticipantRef[]>();
  const isInvited = invitation > 0;
  const close = () => {
    setDraft(undefined);
    clear();
  };
  const added = draft?.filter(({ id }) => !participants.some((one) => one.id === id)).length ?? 0;
  const gone = draft ? participants.filter(({ id }) => !draft.some((ref) => ref.id === id)).length : 0;
  const told = [
    added > 0 ? `invites ${counted(added, 'person', 'people')}` : '',
    gone > 0 ? `tells ${counted(gone, 'person', 'people')} that they are off` : '',
  ].filter(Boolean);
  const { busy, refusal, send, clear } = useSending(async () => {
    if (!draft || added + gone === 0) return close();
    if (!(await save({ participants: draft.map(refOf) }))) return;
    toast({ title: 'People saved', ...(isInvited ? { detail: 'Mails are on their way.' } : {}) });
    close();
  });
  return (
    <Card>
      <CardHead
        title="People"
        fact={participants.length > 0 ? participants.length : undefined}
        action={
          writable && draft === undefined ? (
            <Button variant="quiet" size="tight" className="-mr-1.5" onClick={() => setDraft(participants.map(refOf))}>
              Change
            </Button>
          ) : undefined
        }
      />
      <CardBody className="flex flex-col gap-2.5">
        {draft === undefined ? (
          participants.length === 0 ? (
            <p className="text-ink-3">Nobody takes part yet.</p>
          ) : (
            <ul className="flex flex-col gap-2">
              {participants.map(({ kind, id, name, email, present }) => (
                <li key={`${kind} ${id}`} className="flex items-center justify-between gap-2">
                  <Person
                    name={name}
                    side={kind === 'staff' ? 'staff' : 'client'}
                    detail={invitable?.find((one) => one.id === id)?.detail}
                  />
                  {present === false ? <span className="text-ink-3 text-meta">Absent</span> : null}
                  {email ? null : (
                    <span className="flex shrink-0 items-center gap-1 text-meta text-warn">
                      <MailX aria-hidden className="size-3.5" />
                      No address
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )
        ) : (
          <>
            <Suspense>
              <PeopleField people={invitable ?? []} value={draft} onChange={setDraft} />
            </Suspense>
            <ChangedMeanwhile what="meeting" by={changedBy} people={people} onDiscard={close} />
            {refusal}
            {isInvited ? (
              <p role="status" className="text-ink-2 text-meta">
                {told.length > 0
                  ? `Saving ${told.join(' and ')}, by mail.`
                  : 'Whoever you add is invited by mail, whoever you take off is told so.'}
              </p>
            ) : null}
            <div className="flex justify-end gap-2">
              <Button onClick={close}>Cancel</Button>
              <Button variant="primary" busy={busy} onClick={send}>
                {isInvited && told.length > 0 ? 'Save and tell them' : 'Save people'}
              </Button>
            </div>
          </>
        )}
      </CardBody>
    </Card>
  );
}
