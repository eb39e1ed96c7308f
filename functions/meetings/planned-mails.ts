import type { NewFact } from '../../events/define.ts';
import { meetingMailPlanned } from '../../events/meetings.ts';
import type { Participant } from '../../shared/meetings/meeting.ts';
import { newId } from '../_kit/new-id.ts';
import { type Op, put } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { MeetingMailEntity, type MeetingMailRow } from './meeting-mail.entity.ts';
import type { Stored } from './meeting-records.ts';

/** The parts of a commit that plans a mail to each of these people; those without an address get none. */
export function mailsTo(
  scope: Scope,
  { row, more }: Stored,
  people: readonly Participant[],
  kind: MeetingMailRow['kind'],
): { ops: Op[]; facts: NewFact[] } {
  const { mspId, companyId, meetingId, startsAt, durationMinutes } = row;
  const mails = people.flatMap(({ name, email }): MeetingMailRow[] => {
    if (!email) return [];
    const about = { startsAt, durationMinutes, place: more.place, sequence: more.invitation };
    const mailId = newId(scope.now());
    return [{ mspId, companyId, meetingId, mailId, v: 1, state: 'planned', kind, name, email, ...about }];
  });
  return {
    ops: mails.map((mail) => put(MeetingMailEntity, mail, { audit: false })),
    facts: mails.map(({ mailId }) => meetingMailPlanned.of({ companyId, meetingId, mailId })),
  };
}
