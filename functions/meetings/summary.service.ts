import { meetingSummary } from '../../shared/meetings/meeting-summary.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, page } from '../_kit/store.ts';
import { saveSummary } from '../_kit/summary.ts';
import { MeetingEntity } from './meeting.entity.ts';
import { shownRow } from './meeting-records.ts';
import { openActions } from './open-actions.ts';

/** Meetings of one client that are planned at once. */
const MOST_AHEAD = 500;
/** Cancelled ones may stand before the last that was held. */
const LOOK_BACK = 20;

/** Keeps the company's figures of its meetings up to date. */
export function refreshSummary(scope: Scope, companyId: string): Promise<boolean> {
  const key = { mspId: scope.mspId, companyId };
  return saveSummary(scope, companyId, 'meetings', async () => {
    const [ahead, over, open] = await Promise.all([
      all(scope, MeetingEntity, MeetingEntity.query.inCompany({ ...key, phase: 'ahead' }), { most: MOST_AHEAD }),
      page(scope, MeetingEntity, MeetingEntity.query.inCompany({ ...key, phase: 'over' }), {
        limit: LOOK_BACK,
        newestFirst: true,
      }),
      openActions(scope, companyId),
    ]);
    const last = over.items.find(({ status }) => status === 'closed');
    return meetingSummary(ahead.map(shownRow), last && shownRow(last), open.length);
  });
}
