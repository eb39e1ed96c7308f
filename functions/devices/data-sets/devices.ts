import { devicesSynced } from '../../../events/devices.ts';
import { all } from '../../_kit/store.ts';
import { type DataSet, unreadable, vendorKey } from '../../integrations/data-set.service.ts';
import { SiteEntity } from '../site.entity.ts';
import { bring, lose } from '../synced-devices.ts';
import { contentOf, type NinjaContent, NinjaDevice } from './ninja-device.ts';
import { MOST_SITES, siteKey } from './sites.ts';

/**
 * Devices with their hardware, operating system and warranty. Of "last seen" only the day is kept: a device in daily use is
 * then written once a day, and takes the present name of its site with it.
 */
export const devices: DataSet<NinjaContent> = {
  name: 'devices',
  listing: 'full',
  parts: 4,
  request: () => ({ path: '/devices-detailed' }),
  read: (row) => {
    const parsed = NinjaDevice.safeParse(row);
    if (!parsed.success) return unreadable(row, parsed.error, 'id', 'displayName');
    const content = contentOf(parsed.data);
    return { kind: 'record', key: vendorKey(String(parsed.data.id)), label: content.name, content };
  },
  async write(scope, target, changed) {
    const query = SiteEntity.query.ofCompany({ mspId: scope.mspId, companyId: target.companyId });
    const sites = await all(scope, SiteEntity, query, { most: MOST_SITES });
    const nameByKey = new Map(sites.map(({ key, name }) => [key, name]));
    const facts = changed.map(({ key, content: { locationId, ...content } }) => {
      const site = locationId === undefined ? undefined : nameByKey.get(siteKey(locationId));
      return { key, content: { ...content, site } };
    });
    return { ops: await bring(scope, target, facts) };
  },
  remove: lose,
  synced: (companyId) => devicesSynced.of({ companyId }),
};
