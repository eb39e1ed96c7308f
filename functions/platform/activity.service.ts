import type { LinkEnd } from '../../shared/kernel/link.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { Activity } from '../../shared/platform/activity.ts';
import { newId } from '../_kit/new-id.ts';
import { type Op, put } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { page } from '../_kit/store.ts';
import { ActivityEntity } from './activity.entity.ts';

/** The part of a commit that adds to a record's history. */
export function happened(
  scope: Scope,
  companyId: string,
  record: LinkEnd,
  verb: Activity['verb'],
  about: string[] = [],
  note?: string,
): Op {
  const { mspId, actor } = scope;
  const row = {
    mspId,
    companyId,
    recordType: record.type,
    recordId: record.id,
    activityId: newId(scope.now()),
    at: scope.now().toISOString(),
    actorId: actor.userId,
    verb,
    about,
    note,
  };
  return put(ActivityEntity, row, { audit: false });
}

/** A record's history, newest first. */
export function historyOf(
  scope: Scope,
  companyId: string,
  record: LinkEnd,
  paging: { limit: number; cursor?: string },
): Promise<Page<Activity>> {
  const query = ActivityEntity.query.ofRecord({
    mspId: scope.mspId,
    companyId,
    recordType: record.type,
    recordId: record.id,
  });
  return page(scope, ActivityEntity, query, { ...paging, newestFirst: true, filter: record });
}
