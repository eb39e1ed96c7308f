import { TZDate } from '@date-fns/tz';
import { addDays } from '../../shared/kernel/date.ts';
import type { Client } from './clients.ts';

/** The instant at which people in the client's zone read this hour on a weekday on or after the day. */
export function hourAt({ company: { timeZone } }: Client, day: string, hour: number): Date {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const moved = addDays(day, weekday === 0 ? 2 : weekday === 6 ? 3 : 0);
  const [year = 0, month = 1, date = 1] = moved.split('-').map(Number);
  return new Date(new TZDate(year, month - 1, date, hour, 0, timeZone).getTime());
}

/** Who usually sits in the room: the account manager and those contacts that decide. */
export function usual({ owner, contacts }: Client) {
  const deciding = contacts.filter(({ roles }) => roles.some((role) => role !== 'user' && role !== 'champion'));
  return [
    { kind: 'staff' as const, id: owner.userId },
    ...deciding.map(({ contactId }) => ({ kind: 'contact' as const, id: contactId })),
  ];
}
