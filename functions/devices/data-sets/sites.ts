import { z } from 'zod';
import { erase } from '../../_kit/operations.ts';
import { findMany } from '../../_kit/store.ts';
import { type DataSet, unreadable, vendorKey } from '../../integrations/data-set.service.ts';
import { mirror } from '../../integrations/mirror.service.ts';
import { SiteEntity } from '../site.entity.ts';

/** Sites of one client. */
export const MOST_SITES = 2_000;

/** Source: NinjaOne Public API 2.0, "Location", `/v2/organization/{id}/locations`. */
const Location = z.object({ id: z.int(), name: z.string().trim().min(1) });

export const siteKey = (locationId: number): string => vendorKey(String(locationId));

/** The names of a client's sites, which devices refer to by number. */
export const sites: DataSet<{ name: string }> = {
  name: 'sites',
  listing: 'full',
  parts: 1,
  request: () => ({ path: '/organization/{organisation}/locations' }),
  read: (row) => {
    const parsed = Location.safeParse(row);
    if (!parsed.success) return unreadable(row, parsed.error, 'id', 'name');
    const name = parsed.data.name.slice(0, 120);
    return { kind: 'record', key: siteKey(parsed.data.id), label: name, content: { name } };
  },
  async write(scope, { companyId }, changed) {
    const owner = { mspId: scope.mspId, companyId };
    const gets = changed.map(({ key }) => SiteEntity.get({ ...owner, key }));
    const stored = new Map((await findMany(scope, SiteEntity, gets)).map((row) => [row.key, row]));
    const ops = changed.map(({ key, content }) => mirror(SiteEntity, { ...owner, key, ...content }, stored.get(key)));
    return { ops };
  },
  async remove(scope, { companyId }, keys) {
    return keys.map((key) => erase(SiteEntity, { mspId: scope.mspId, companyId, key }));
  },
};
