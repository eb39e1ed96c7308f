import { permit } from '../../shared/kernel/actor.ts';
import { forbidden, invalid, notFound, refused } from '../../shared/kernel/error.ts';
import type { Gone } from '../../shared/kernel/record.ts';
import {
  type Arranged,
  fitting,
  MOST_OWN,
  MOST_SHARED,
  type NewView,
  strange,
  unknownParams,
  type VersionedView,
  type View,
  type ViewChange,
} from '../../shared/views/view.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { change, put, remove as removal } from '../_kit/operations.ts';
import { basedOn, revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, find } from '../_kit/store.ts';
import { habitsOf } from './habits.service.ts';
import { ViewEntity, type ViewRow } from './view.entity.ts';

const TEAM = 'team';

const shelfOf = ({ actor }: Scope, shared: boolean) => (shared ? TEAM : actor.userId);

/** A view as its list has it today: filters that the list no longer knows are gone. */
function shown({ shelf, ...view }: ViewRow): View {
  return { ...view, params: fitting(view.list, view.params), shared: shelf === TEAM };
}

function onShelf(scope: Scope, shared: boolean, consistent = false): Promise<ViewRow[]> {
  const query = ViewEntity.query.onShelf({ mspId: scope.mspId, shelf: shelfOf(scope, shared) });
  return all(scope, ViewEntity, query, { most: 2 * (shared ? MOST_SHARED : MOST_OWN), consistent });
}

/** The person's own views and the team's, and how they have each list. */
export async function list(scope: Scope): Promise<Arranged> {
  const [own, team, habits] = await Promise.all([onShelf(scope, false), onShelf(scope, true), habitsOf(scope)]);
  const views = [...own, ...team].map(shown);
  // A default that was deleted, or is no longer the team's, opens nothing.
  const there = new Set(views.map(({ viewId }) => viewId));
  return {
    views,
    habits: habits.map(({ viewId, ...habit }) => (viewId && there.has(viewId) ? { ...habit, viewId } : habit)),
  };
}

/** The view as it stands now; somebody else's own does not exist. */
async function current(scope: Scope, viewId: string): Promise<ViewRow> {
  const get = (shared: boolean) =>
    find(scope, ViewEntity, ViewEntity.get({ mspId: scope.mspId, shelf: shelfOf(scope, shared), viewId }), {
      consistent: true,
    });
  const [own, team] = await Promise.all([get(false), get(true)]);
  const found = own ?? team;
  if (!found) throw notFound('view');
  return found;
}

function mayShare(scope: Scope): void {
  if (permit(scope.actor, 'views:share') !== 'allowed')
    throw forbidden('Your role does not allow you to change what the team shares. Keep the view for yourself.');
}

async function room(scope: Scope, shared: boolean): Promise<void> {
  const most = shared ? MOST_SHARED : MOST_OWN;
  if ((await onShelf(scope, shared, true)).length >= most)
    throw refused(
      'view.too-many',
      shared
        ? `The team shares ${most} views already. Delete one that nobody uses.`
        : `You keep ${most} views already. Delete one that you no longer use.`,
    );
}

export async function create(scope: Scope, { shared, ...facts }: NewView): Promise<View> {
  if (shared) mayShare(scope);
  await room(scope, shared);
  const row = stamped(scope, { ...facts, shelf: shelfOf(scope, shared), viewId: newId(scope.now()) });
  return commit(scope, [put(ViewEntity, row)], [], shown(row));
}

/** Changes name or parameters, or hands the view to the team or back: then it moves to another shelf. */
export async function edit(scope: Scope, { viewId, v, shared, ...set }: ViewChange): Promise<View> {
  const before = basedOn(await current(scope, viewId), v, 'view');
  const wasShared = before.shelf === TEAM;
  if (wasShared || shared) mayShare(scope);
  for (const param of unknownParams(before.list, set.params ?? {}))
    throw invalid(`params.${param}`, strange(before.list, param));
  const moves = shared !== undefined && shared !== wasShared;
  if (moves) await room(scope, shared);
  const after = revised(scope, before, { ...set, ...(moves ? { shelf: shelfOf(scope, shared) } : {}) });
  const ops = moves ? [removal(ViewEntity, before), put(ViewEntity, after)] : [change(ViewEntity, before, after)];
  return commit(scope, ops, [], shown(after));
}

export async function remove(scope: Scope, { viewId, v }: VersionedView): Promise<Gone> {
  const before = basedOn(await current(scope, viewId), v, 'view');
  if (before.shelf === TEAM) mayShare(scope);
  return commit(scope, [removal(ViewEntity, before)], [], {});
}
