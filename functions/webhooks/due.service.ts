import { deliveryPlanned } from '../../events/webhooks.ts';
import { nextTry } from '../../shared/webhooks/trying.ts';
import { commit } from '../_kit/commit.ts';
import { change } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { page } from '../_kit/store.ts';
import { unlessTaken } from '../_kit/unless-taken.ts';
import { currentDelivery } from './deliveries.service.ts';
import { DeliveryEntity } from './delivery.entity.ts';

const PAGE = 100;

/** Plans the next call of every delivery whose time has come, also of those whose last call was lost. */
export async function callAgain(scope: Scope): Promise<void> {
  const now = scope.now();
  let cursor: string | undefined;
  do {
    const query = DeliveryEntity.query.due({ mspId: scope.mspId }).lt({ dueAt: now.toISOString() });
    const due = await page(scope, DeliveryEntity, query, { limit: PAGE, cursor });
    for (const listed of due.items) {
      const before = await currentDelivery(scope, listed);
      // Listed a moment ago: somebody else may have planned it since.
      if (before.dueAt !== listed.dueAt || before.state !== listed.state) continue;
      const after = { ...before, ...nextTry(before, now), v: before.v + 1 };
      const { webhookId, deliveryId, attempt } = after;
      const ops = [change(DeliveryEntity, before, after, { audit: false })];
      await unlessTaken(commit(scope, ops, [deliveryPlanned.of({ webhookId, deliveryId, attempt })]));
    }
    cursor = due.cursor;
  } while (cursor);
}
