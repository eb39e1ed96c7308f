import * as Actions from '../../../functions/meetings/actions.service.ts';
import * as Agenda from '../../../functions/meetings/agenda.service.ts';
import * as Closing from '../../../functions/meetings/closing.service.ts';
import * as Holding from '../../../functions/meetings/holding.service.ts';
import * as Meetings from '../../../functions/meetings/meetings.service.ts';
import * as Sayings from '../../../functions/meetings/saying.service.ts';
import { addMonths, dateIn } from '../../../shared/kernel/date.ts';
import type { Meeting } from '../../../shared/meetings/meeting.ts';
import type { Cloud } from '../../local/cloud.ts';
import type { Client } from '../clients.ts';
import { hourAt, usual } from '../meeting-room.ts';
import type { HeldStory } from '../meeting-story.ts';
import { back } from '../moment.ts';

const later = (moment: Date, minutes: number) => new Date(moment.getTime() + minutes * 60_000);

/** Two weeks before a meeting it is planned, some days before its agenda is written; three weeks after it, promises are kept. */
const PLANNED_MINUTES = -20_000;
const WRITTEN_MINUTES = -15_000;
const KEPT_MINUTES = 30_000;

/** Holds a meeting of the past from its first minute to its minutes, each word at its time. */
export async function hold(
  cloud: Cloud,
  client: Client,
  story: HeldStory,
  today: string,
  previousMeetingId?: string,
): Promise<Meeting> {
  const { company, owner, contacts } = client;
  const { companyId } = company;
  const then = back(cloud, owner, 'meetings');
  const startsAt = hourAt(client, addMonths(today, -story.monthsAgo), 10);
  const person = (name: string | undefined) => {
    const id = contacts.find((contact) => contact.name === name)?.contactId;
    return id ? { kind: 'contact' as const, id } : { kind: 'staff' as const, id: owner.userId };
  };
  const planned = await then(later(startsAt, PLANNED_MINUTES), 'create', (scope) =>
    Meetings.create(scope, {
      companyId,
      title: story.title,
      type: story.type,
      startsAt: startsAt.toISOString(),
      durationMinutes: story.minutes,
      place: 'Teams',
      participants: usual(client),
      preparation: '',
      ...(previousMeetingId ? { previousMeetingId } : {}),
    }),
  );
  const one = { companyId, meetingId: planned.meetingId };
  for (const { title, minutes, text } of story.items)
    await then(later(startsAt, WRITTEN_MINUTES), 'addItem', (scope) =>
      Agenda.addItem(scope, {
        ...one,
        ...{ title, minutes, text, note: '', purpose: 'decide', visibility: 'client', standing: false },
      }),
    );
  const { items } = await then(startsAt, 'start', (scope) => Holding.start(scope, one));
  let moment = startsAt;
  for (const { title, minutes, result, by, note = '' } of story.items) {
    moment = later(moment, minutes);
    const item = items.find((known) => known.title === title);
    await then(moment, 'say', (scope) =>
      Sayings.say(scope, {
        ...one,
        agendaItemId: item?.agendaItemId ?? '',
        at: moment.toISOString(),
        result,
        note,
        spentSeconds: minutes * 60,
        ...(by ? { by: person(by) } : {}),
      }),
    );
  }
  for (const { text, by, dueMonths, open } of story.promised) {
    const dueDate = addMonths(dateIn(company.timeZone, startsAt), dueMonths);
    const promise = await then(moment, 'addAction', (scope) =>
      Actions.addAction(scope, { ...one, text, owner: person(by), dueDate }),
    );
    if (open) continue;
    const { meetingActionId, v } = promise;
    await then(later(moment, KEPT_MINUTES), 'editAction', (scope) =>
      Actions.editAction(scope, { ...one, meetingActionId, v, status: 'done' }),
    );
  }
  const ended = await then(later(startsAt, story.minutes), 'end', (scope) => Holding.end(scope, one));
  const { summary } = story;
  const written = summary
    ? await then(later(startsAt, story.minutes + 20), 'summarize', (scope) =>
        Holding.summarize(scope, { ...one, v: ended.v, summary }),
      )
    : ended;
  return then(later(startsAt, story.minutes + 25), 'close', (scope) =>
    Closing.close(scope, { ...one, v: written.v, recipients: [] }),
  );
}
