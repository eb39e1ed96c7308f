import { TZDate } from '@date-fns/tz';
import { addDays, dateIn } from '../../../shared/kernel/calendar.ts';
import type { Notice } from '../../../shared/notifications/notification.ts';
import type { Preferences } from '../../../shared/notifications/preferences.ts';
import { newId } from '../../_kit/new-id.ts';
import { systemScope } from '../../_kit/scope.ts';
import { as, idle, type Mail, mailsTo } from '../../_kit/testing/world.ts';
import { ask, type Member, newStaff, ok } from '../../identity/testing/members.ts';
import { sendDigests } from '../digests.service.ts';
import { notify } from '../notify.service.ts';

export const JOB = 'notifications-schedule-send-digests';
/** Where the tests' MSPs sit. */
export const ZONE = 'America/New_York';

const today = dateIn(ZONE, new Date());
/** A Monday more than a week ahead: whoever asks for a digest today has waited for it since. */
export const MONDAY = addDays(today, 15 - new Date(`${today}T00:00:00Z`).getUTCDay());

/** An hour of a day as clocks in a zone read it. */
export function at(day: string, hour: number, zone = ZONE): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(new TZDate(year, month - 1, date, hour, zone).getTime());
}

/** The clock's job for one MSP. */
export function plan(mspId: string, now: Date): Promise<void> {
  return as(JOB, () => sendDigests({ ...systemScope(mspId, JOB), now: () => now }));
}

/** The same; resolves when no mail is under way any more. */
export async function tick(mspId: string, now: Date): Promise<void> {
  await plan(mspId, now);
  await idle();
}

export const wanted = async (who: { cookie: string }) =>
  ok(await ask<Preferences>(who, 'GET', '/notifications/preferences'));

/** Sets some of what a person wants to be told; the rest stays. */
export async function prefer(who: { cookie: string }, set: Partial<Preferences>): Promise<Preferences> {
  const { digest, muted, v } = await wanted(who);
  return ok(await ask<Preferences>(who, 'PUT', '/notifications/preferences', { digest, muted, v, ...set }));
}

/** Tells people something, as a subscriber of a fact does. */
export function tell(people: readonly Member[], notice: Notice): Promise<void> {
  const subscriber = 'notifications-on-integration-failed';
  const mspId = people[0]?.mspId ?? '';
  const occurrence = { eventId: newId(), at: new Date().toISOString(), actorId: 'system:test' };
  const userIds = people.map(({ userId }) => userId);
  return as(subscriber, () => notify(systemScope(mspId, subscriber), userIds, occurrence, notice));
}

export const stopped = (): Notice => ({
  type: 'integration-failed',
  record: { type: 'integration', id: newId() },
  params: {},
});
export const reportReady = (companyId: string, company: string): Notice => ({
  ...{ type: 'report-finished', companyId, record: { type: 'report', id: newId() } },
  params: { company },
});
export const budgetWaits = (companyId: string, lines: number): Notice => ({
  ...{ type: 'budget-sent', companyId, record: { type: 'budget', id: newId() } },
  params: { lines },
});

/** Digests that went to a person, oldest first. */
export async function digestsTo({ email }: Member): Promise<Mail[]> {
  return (await mailsTo(email)).filter(({ subject }) => / since /.test(subject));
}
export const count = async (who: Member) => (await digestsTo(who)).length;
export const latest = async (who: Member) => (await digestsTo(who)).at(-1);

/** Somebody of the MSP's staff who wants a digest. */
export async function newReader(owner: Member, digest: 'daily' | 'weekly'): Promise<Member> {
  const person = await newStaff(owner, 'manager');
  await prefer(person, { digest });
  return person;
}
