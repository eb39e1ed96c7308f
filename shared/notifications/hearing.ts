import { type Actor, seesCompany } from '../kernel/actor.ts';
import { isFor } from './kinds.ts';
import type { Notification } from './notification.ts';

/** What of a notification says to whom it may be told. */
export type Told = Pick<Notification, 'type' | 'companyId'>;

/** Where people hear of what is for staff; client users hear at their company, whose id names that place. */
export const STAFF_PLACE = 'staff';

/** Where something is heard. A person may stand at several places of one MSP, and what is told at one stays there. */
export function placeOf({ type, companyId = '' }: Told): string {
  return isFor('client', type) ? companyId : STAFF_PLACE;
}

/** The place at which somebody stands who asks now. */
export function placeOfActor(actor: Actor): string {
  return actor.kind === 'client' ? actor.companyId : STAFF_PLACE;
}

/** True for what somebody may read as they stand now: at their place, and of clients that they still see. */
export function hears(actor: Actor, told: Told): boolean {
  if (placeOf(told) !== placeOfActor(actor)) return false;
  return told.companyId === undefined || seesCompany(actor, told.companyId);
}
