import { addDays } from '../../shared/kernel/date.ts';
import type { MeetingDetail } from '../../shared/meetings/meeting-detail.ts';
import { type Client, type Clients, clientOf } from './clients.ts';
import { hourAt, usual } from './meeting-room.ts';
import { MEETINGS } from './meeting-stories.ts';
import type { PlannedStory } from './meeting-story.ts';

/** Records of today that the story names, in its order. */
async function named({ owner: { api }, company: { companyId } }: Client, story: PlannedStory) {
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
async function plan(
  client: Client,
  story: PlannedStory,
  today: string,
  previousMeetingId: string | undefined,
): Promise<void> {
  const { api } = client.owner;
  const { companyId } = client.company;
  const startsAt = hourAt(client, addDays(today, story.inDays), story.hour).toISOString();
  const records = await named(client, story);
  let meeting: MeetingDetail = await api.meetings.create({
    companyId,
    title: story.title,
    type: story.type,
    startsAt,
    durationMinutes: story.minutes ?? 60,
    place: story.place,
    participants: usual(client),
    preparation: story.preparation ?? '',
    ...(story.template ? { templateId: story.template } : {}),
    ...(story.repeat ? { repeat: story.repeat } : {}),
    ...(previousMeetingId ? { previousMeetingId } : {}),
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

/** What is ahead with each client; the first meeting follows the last that was held. */
export async function seedMeetings(
  clients: Clients,
  lastHeld: Readonly<Record<string, string>>,
  today: string,
): Promise<void> {
  await Promise.all(
    Object.entries(MEETINGS).map(async ([key, planned]) => {
      const client = clientOf(clients, key);
      let previous = lastHeld[key];
      for (const story of planned) {
        await plan(client, story, today, previous);
        previous = undefined;
      }
    }),
  );
}
