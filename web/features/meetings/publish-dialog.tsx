import { useQueryClient } from '@tanstack/react-query';
import { MailX } from 'lucide-react';
import { useState } from 'react';
import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';
import { client } from '../../lib/api.ts';
import { Person } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { counted } from '../../ui/format.ts';
import { useNow } from '../../ui/locale.tsx';
import { toast } from '../../ui/toast.tsx';
import { useSending } from '../../ui/use-sending.tsx';
import { minutesOver } from './clock.ts';
import { useWhen } from './meeting-when.tsx';
import type { Invitable } from './people.ts';
import { keepMeeting, refreshMeetings } from './queries.ts';

/** Asks before an agenda is locked and leaves for those who take part: who gets a mail, who cannot. Loads on first use. */
export default function PublishDialog({
  meeting,
  invitable,
  onClose,
}: {
  meeting: MeetingDetail;
  /** Staff and contacts of the client with their addresses as they are now; undefined while they load. */
  invitable: readonly Invitable[] | undefined;
  onClose: () => void;
}) {
  const queryClient = useQueryClient();
  const { day, hours } = useWhen()(meeting);
  const now = useNow();
  const { companyId, meetingId, v, participants, items, startsAt, invitation } = meeting;
  const [invite, setInvite] = useState(true);
  const asked = participants.map((person) => {
    const known = invitable?.find(({ kind, id }) => kind === person.kind && id === person.id);
    return { ...person, email: known ? known.email : person.email };
  });
  const reached = asked.filter(({ email }) => email).length;
  const mails = invite ? reached : 0;
  const internal = items.filter(({ visibility }) => visibility === 'internal').length;
  const over = minutesOver(meeting);

  const { busy, refusal, send } = useSending(async () => {
    try {
      keepMeeting(queryClient, await client.meetings.publish({ companyId, meetingId, v, invite: mails > 0 }));
      toast({
        title: 'Agenda published',
        detail:
          mails > 0 ? `${counted(mails, invitation > 0 ? 'mail' : 'invitation')} on the way.` : 'Nobody gets a mail.',
      });
      onClose();
    } finally {
      // When somebody was first, their change shows behind by now, and publishing again publishes that.
      await refreshMeetings(queryClient);
    }
  });
  return (
    <Dialog
      alert
      open
      onOpenChange={(open) => !open && onClose()}
      title="Publish the agenda"
      description={`${counted(items.length - internal, 'item')} with today's figures, for ${day}, ${hours}. The client sees them in the portal, and the agenda is locked.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={busy} onClick={send}>
            {mails > 0 ? `Publish and ${invitation > 0 ? 'tell' : 'invite'} ${mails}` : 'Publish'}
          </Button>
        </>
      }
    >
      {refusal}
      {items.length === 0 ? (
        <Callout title="The agenda is empty">Add at least one item before you publish it.</Callout>
      ) : null}
      {Date.parse(startsAt) < now.getTime() ? (
        <Callout title="This time is over">Give the meeting another time first, or hold it right away.</Callout>
      ) : null}
      {over > 0 ? (
        <Callout title={`${over} min over time`}>
          The time boxes add up to more than the meeting takes. Shorten some, or plan a longer meeting.
        </Callout>
      ) : null}
      {internal > 0 ? (
        <p className="text-ink-2">
          {counted(internal, 'internal item')} {internal === 1 ? 'stays' : 'stay'} with you: the client sees nothing of{' '}
          {internal === 1 ? 'it' : 'them'}.
        </p>
      ) : null}
      {asked.length === 0 ? (
        <Callout title="Nobody takes part yet">Add people first, or publish without a mail to anybody.</Callout>
      ) : (
        <>
          {reached > 0 ? (
            <Checkbox
              checked={invite}
              onChange={setInvite}
              label={invitation > 0 ? 'Send them the new agenda by mail' : 'Invite them by mail'}
              detail="Time, place and agenda, with an entry for their calendar."
            />
          ) : null}
          <ul aria-label="Who takes part" className="divide-y divide-line rounded-card border border-line">
            {asked.map(({ kind, id, name, email }) => (
              <li
                key={`${kind} ${id}`}
                className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 px-3 py-2"
              >
                <Person name={name} side={kind === 'staff' ? 'staff' : 'client'} />
                {email ? (
                  <span className={invite ? 'break-all text-ink-2 text-meta' : 'text-ink-3 text-meta'}>
                    {invite ? email : 'No mail'}
                  </span>
                ) : (
                  <span className="flex items-center gap-1 text-meta text-warn">
                    <MailX aria-hidden className="size-3.5" />
                    No address: tell them yourself
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
