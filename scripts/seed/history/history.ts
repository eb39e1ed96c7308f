import type { CalendarDate } from '../../../shared/kernel/date.ts';
import type { Cloud } from '../../local/cloud.ts';
import { type Client, type Clients, clientOf, seedClients } from '../clients.ts';
import { type Member, type Staff, signIn } from '../staff.ts';
import { PASTS } from './pasts.ts';
import { type Chapter, chapterOf, playMonths, readAll } from './play.ts';

/** Months ago in which the MSP began: before the first budget of its history was agreed upon, whatever day it is today. */
export const BEGUN_MONTHS = 40;

/** The client that is coming on board, and how many months ago it signed. */
const LATEST = { key: 'oak', monthsAgo: 2 };

/** The clients of long standing. */
export const STEADY = Object.keys(PASTS).filter((key) => key !== LATEST.key);

/** Everybody who signs in to Fairlead, in console and portal. */
export const everybody = ({ dana, of }: Staff, clients: Clients): Member[] => [
  dana,
  ...Object.values(of),
  ...Object.values(clients).flatMap(({ portal }) => portal),
];

/**
 * Two years with the clients, and the signing of the latest one. Functions live in those years
 * until somebody lets them catch up.
 *
 * @returns all clients, and the last meeting held with each, by key
 */
export async function seedHistory(
  cloud: Cloud,
  staff: Staff,
  steady: Clients,
  today: CalendarDate,
): Promise<{ clients: Clients; lastHeld: Record<string, string> }> {
  const chapters = new Map<string, Chapter>();
  const open = (key: string, client: Client) => {
    const past = PASTS[key];
    if (past) chapters.set(key, chapterOf(cloud, client, past, today));
  };
  for (const [key, client] of Object.entries(steady)) open(key, client);
  const play = (from: number, to: number) => playMonths(cloud, [...chapters.values()], today, { from, to });
  const from = Math.max(...[...chapters.values()].map(({ first }) => first));
  await play(from, LATEST.monthsAgo + 1);
  await play(LATEST.monthsAgo, LATEST.monthsAgo);
  await signIn(Object.values(staff.of).filter(({ actor }) => actor.role === 'manager'));
  const latest = await seedClients(cloud, staff, [LATEST.key]);
  open(LATEST.key, clientOf(latest, LATEST.key));
  await play(LATEST.monthsAgo - 1, 1);
  const clients = { ...steady, ...latest };
  await readAll(cloud, everybody(staff, clients));
  await cloud.idle();
  const held = [...chapters].map(([key, chapter]) => [key, chapter.lastHeld()] as const);
  return { clients, lastHeld: Object.fromEntries(held.flatMap(([key, id]) => (id ? [[key, id]] : []))) };
}
