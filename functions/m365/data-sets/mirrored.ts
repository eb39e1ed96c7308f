import { erase } from '../../_kit/operations.ts';
import type { Scope } from '../../_kit/scope.ts';
import { type AnyEntity, findMany } from '../../_kit/store.ts';
import type { Changed, Target } from '../../integrations/data-set.service.ts';
import { mirror, type RowOf } from '../../integrations/mirror.service.ts';

/** BatchGetItem takes a hundred keys. */
const BATCH = 100;

/** Rows of one entity by key, as stored now. */
export async function storedRows<E extends AnyEntity>(
  scope: Scope,
  entity: E,
  companyId: string,
  keys: readonly string[],
): Promise<Map<string, RowOf<E> & { key: string; v: number }>> {
  const found = new Map<string, RowOf<E> & { key: string; v: number }>();
  for (let start = 0; start < keys.length; start += BATCH) {
    const gets = keys.slice(start, start + BATCH).map((key) => entity.get({ mspId: scope.mspId, companyId, key }));
    for (const row of await findMany(scope, entity, gets)) {
      const stored = row as RowOf<E> & { key: string; v: number };
      found.set(stored.key, stored);
    }
  }
  return found;
}

/** Write and removal of a data set whose records are rows of one entity, one for one. */
export function mirrored<E extends AnyEntity, Content>(
  entity: E,
  fieldsOf: (content: Content, target: Target) => object,
) {
  return {
    async write(scope: Scope, target: Target, changed: Changed<Content>[]) {
      const { companyId } = target;
      const keys = changed.map(({ key }) => key);
      const stored = await storedRows(scope, entity, companyId, keys);
      const ops = changed.map(({ key, content }) => {
        const row = { ...fieldsOf(content, target), mspId: scope.mspId, companyId, key };
        return mirror(entity, row as never, stored.get(key));
      });
      return { ops };
    },
    async remove(scope: Scope, { companyId }: Target, keys: string[]) {
      return keys.map((key) => erase(entity, { mspId: scope.mspId, companyId, key } as never));
    },
  };
}
