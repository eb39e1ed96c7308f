import { TZDate } from '@date-fns/tz';
import * as Actions from '../../functions/meetings/actions.service.ts';
import * as Agenda from '../../functions/meetings/agenda.service.ts';
import * as Closing from '../../functions/meetings/closing.service.ts';
import * as Holding from '../../functions/meetings/holding.service.ts';
import * as Meetings from '../../functions/meetings/meetings.service.ts';
import * as Sayings from '../../functions/meetings/saying.service.ts';
import type { Company } from '../../shared/companies/company.ts';
import type { Contact } from '../../shared/companies/contact.ts';
import { addDays, addMonths, dateIn } from '../../shared/kernel/date.ts';
import type { Meeting } from '../../shared/meetings/meeting.ts';
import type { MeetingDetail } from '../../shared/meetings/meeting-detail.ts';
import type { Cloud } from '../local/cloud.ts';
import { MEETINGS } from './meeting-stories.ts';
import type { HeldStory, PlannedStory } from './meeting-story.ts';
import { back } from './moment.ts';
import type { Member, Staff } from './staff.ts';

interface Room {
  cloud: Cloud;
  host: Member;
  company: Company;
  contacts: readonly Contact[];
}

/** The instant at which people in the client's zone read this hour on a weekday on or after the day. */
function at({ timeZone }: Company, day: string, hour: number): Date {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const moved = addDays(day, weekday === 0 ? 2 : weekday === 6 ? 3 : 0);
  const [year = 0, month = 1, date = 1] = moved.split('-').map(Number);
  return new Date(new TZDate(year, month - 1, date, hour, 0, timeZone).getTime());
}

const later = (moment: Date, minutes: number) => new Date(moment.getTime() + minutes * 60_000);

/** Who usually sits in the room: the account manager and those contacts that decide. */
function usual({ host, contacts }: Room) {
  const deciding = contacts.filter(({ roles }) => roles.some((role) => role !== 'user' && role !== 'champion'));
  return [
    { kind: 'staff' as const, id: host.userId },
    ...deciding.map(({ contactId }) => ({ kind: 'contact' as const, id: contactId })),
  ];
}

/** Holds a meeting of the past from its first minute to its minutes, each word at its time. */
async function hold(room: Room, story: HeldStory, today: string, previousMeetingId?: string): Promise<Meeting> {
  const { cloud, host, company, contacts } = room;
  const { companyId } = company;
  const then = back(cloud, host, company, 'meetings');
  const startsAt = at(company, addMonths(today, -story.monthsAgo), 10);
  const person = (name: string | undefined) => {
    const id = contacts.find((contact) => contact.name === name)?.contactId;
    return id ? { kind: 'contact' as const, id } : { kind: 'staff' as const, id: host.userId };
  };
  const planned = await then(later(startsAt, -20_000), 'create', (scope) =>
    Meetings.create(scope, {
      companyId,
      title: story.title,
      type: story.type,
      startsAt: startsAt.toISOString(),
      durationMinutes: story.minutes,
      place: 'Teams',
      participants: usual(room),
      preparation: '',
      ...(previousMeetingId ? { previousMeetingId } : {}),
    }),
  );
  const one = { companyId, meetingId: planned.meetingId };
  for (const { title, minutes, text } of story.items)
    await then(later(startsAt, -15_000), 'addItem', (scope) =>
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
    await then(later(moment, 30_000), 'editAction', (scope) =>
      Actions.editAction(scope, { ...one, meetingActionId, v, status: 'done' }),
    );
  }
  const ended = await then(later(startsAt, story.minutes), 'end', (scope) => Holding.end(scope, one));
  const written = await then(later(startsAt, story.minutes + 20), 'summarize', (scope) =>
    Holding.summarize(scope, { ...one, v: ended.v, summary: story.summary }),
  );
  return then(later(startsAt, story.minutes + 25), 'close', (scope) =>
    Closing.close(scope, { ...one, v: written.v, recipients: [] }),
  );
}

/** Records of today that the story names, in its order. */
async function named({ host: { api }, company: { companyId } }: Room, story: PlannedStory) {
  const [{ items: work }, { items: goals }, { items: findings }, { items: budgets }] = await Promise.all([
    api.planner.roadmap({ companyId }),
    api.goals.board({ companyId }),
    api.findings.list({ companyId, limit: 100 }),
    api.budgets.list({ companyId }),
  ]);
  const found = (title: string) => {
    const item = work.find((one) => one.title === title);
    if (item) return { type: 'planner-item' as const, id: item.plannerItemId };
    const goal = goals.find((one) => one.title === title);
    if (goal) return { type: 'goal' as const, id: goal.goalId };
    throw new Error(`The demo has neither work nor a goal "${title}" for a meeting.`);
  };
  const budget = story.budget ? budgets.find(({ sentVersion }) => sentVersion > 0) : undefined;
  return [
    ...(story.work ?? []).map(found),
    ...(story.findings ?? []).flatMap((word) => {
      const one = findings.find(({ title }) => title.toLowerCase().includes(word));
      return one ? [{ type: 'finding' as const, id: one.findingId }] : [];
    }),
    ...(budget ? [{ type: 'budget' as const, id: budget.budgetId }] : []),
  ];
}

/** Puts a meeting ahead on the client's agenda: the template's parts around what needs a decision. */
async function plan(room: Room, story: PlannedStory, today: string, previous: Meeting | undefined): Promise<void> {
  const { host, company } = room;
  const { api } = host;
  const { companyId } = company;
  const startsAt = at(company, addDays(today, story.inDays), story.hour).toISOString();
  const records = await named(room, story);
  let meeting: MeetingDetail = await api.meetings.create({
    companyId,
    title: story.title,
    type: story.type,
    startsAt,
    durationMinutes: story.minutes ?? 60,
    place: story.place,
    participants: usual(room),
    preparation: story.preparation ?? '',
    ...(story.template ? { templateId: story.template } : {}),
    ...(story.repeat ? { repeat: story.repeat } : {}),
    ...(previous ? { previousMeetingId: previous.meetingId } : {}),
  });
  const one = { companyId, meetingId: meeting.meetingId };
  if (records.length > 0) meeting = await api.meetings.addRecords({ ...one, records });
  for (const { title, minutes, text, internal, note } of story.notes ?? [])
    meeting = await api.meetings.addItem({
      ...one,
      ...{ title, minutes, text, note: note ?? '' },
      visibility: internal ? 'internal' : 'client',
    });
  for (const title of story.without ?? []) {
    const gone = meeting.items.find((item) => item.title === title);
    if (gone) meeting = await api.meetings.removeItem({ ...one, v: meeting.v, agendaItemId: gone.agendaItemId });
  }
  // What closes a meeting stays at its end.
  const last = meeting.items.find(({ title }) => title === 'Next steps');
  if (last) {
    const agenda = [...meeting.agenda.filter((id) => id !== last.agendaItemId), last.agendaItemId];
    meeting = await api.meetings.reorder({ ...one, v: meeting.v, agenda });
  }
  if (story.publish) await api.meetings.publish({ ...one, v: meeting.v });
}

/** What was talked about with each client, and what is ahead. */
export async function seedMeetings(
  cloud: Cloud,
  { of, dana }: Staff,
  clients: Readonly<Record<string, Company>>,
  today: string,
): Promise<void> {
  await Promise.all(
    Object.entries(MEETINGS).map(async ([key, { held, planned }]) => {
      const company = clients[key];
      if (!company) throw new Error(`The demo has no client ${key}.`);
      const host = Object.values(of).find(({ userId }) => userId === company.ownerId) ?? dana;
      const { items: contacts } = await host.api.companies.listContacts({ companyId: company.companyId, limit: 100 });
      const room = { cloud, host, company, contacts };
      let previous: Meeting | undefined;
      for (const story of held) previous = await hold(room, story, today, previous?.meetingId);
      for (const story of planned) {
        await plan(room, story, today, previous);
        previous = undefined;
      }
    }),
  );
}
