import type { MeetingAction } from '../../shared/meetings/action.ts';
import type { Scope } from '../_kit/scope.ts';
import { all } from '../_kit/store.ts';
import { MeetingActionEntity } from './meeting-action.entity.ts';
import { shownAction } from './meeting-records.ts';

/** Promises of one client that are open at once: far above what anybody keeps. */
const MOST_OPEN = 1_000;

/** What is open between the client and its MSP, due first at the top. */
export async function openActions(scope: Scope, companyId: string): Promise<MeetingAction[]> {
  const query = MeetingActionEntity.query.inCompany({ mspId: scope.mspId, companyId, shelf: 'open' });
  return (await all(scope, MeetingActionEntity, query, { most: MOST_OPEN })).map(shownAction);
}
