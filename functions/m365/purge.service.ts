import { companyPurged } from '../../events/m365.ts';
import { commit } from '../_kit/commit.ts';
import { erase } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { type AnyEntity, all } from '../_kit/store.ts';
import { SummaryEntity } from '../_kit/summary.entity.ts';
import { reconcileFindings } from '../findings/findings.service.ts';
import { sourceOf } from '../integrations/organisations.service.ts';
import { eraseAll } from '../integrations/purge.service.ts';
import {
  ControlBoardEntity,
  ControlDecisionEntity,
  ControlNotesEntity,
  ControlPointsEntity,
  ControlTextEntity,
  ScoreMonthEntity,
} from './secure-score.entity.ts';
import { OrderEntity, RoleHolderEntity, SeatsEntity, UserEntity } from './tenant.entity.ts';

const MOST = 200_000;

/**
 * Removes everything of a company's Microsoft 365, our decisions about its controls included, and heals its findings. The
 * rows go chunk by chunk, which may be repeated; the last commit tells that it is done.
 */
export async function purge(
  scope: Scope,
  { companyId, organisationId }: { companyId: string; organisationId: string },
): Promise<void> {
  const { mspId } = scope;
  const source = await sourceOf(scope, companyId, 'microsoft-365', { consistent: true });
  // Heard of again after all was removed: what the client has now may come from another tenant.
  if (!source?.leaving || source.organisationId !== organisationId) return;
  const owner = { mspId, companyId };
  const rows = async <E extends AnyEntity>(entity: E, query: { params(): object }) =>
    (await all(scope, entity, query, { most: MOST, consistent: true })).map((row) =>
      erase(entity, { ...(row as object), ...owner } as never),
    );
  await eraseAll(scope, [
    ...(await rows(SeatsEntity, SeatsEntity.query.ofCompany(owner))),
    ...(await rows(OrderEntity, OrderEntity.query.ofCompany(owner))),
    ...(await rows(UserEntity, UserEntity.query.ofCompany(owner))),
    ...(await rows(RoleHolderEntity, RoleHolderEntity.query.ofCompany(owner))),
    ...(await rows(ScoreMonthEntity, ScoreMonthEntity.query.ofCompany(owner))),
    ...(await rows(ControlTextEntity, ControlTextEntity.query.ofCompany(owner))),
    ...(await rows(ControlDecisionEntity, ControlDecisionEntity.query.ofCompany(owner))),
    erase(ControlPointsEntity, owner),
    erase(ControlNotesEntity, owner),
    erase(ControlBoardEntity, owner),
    erase(SummaryEntity, { ...owner, feature: 'm365' }),
  ]);
  await reconcileFindings({ ...scope, inbox: undefined }, { companyId, raisedBy: 'm365', observed: [] });
  await commit(scope, [], [companyPurged.of({ companyId })]);
}
