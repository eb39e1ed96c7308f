import { z } from 'zod';
import { usersSynced } from '../../../events/m365.ts';
import { erase } from '../../_kit/operations.ts';
import { all } from '../../_kit/store.ts';
import { type DataSet, reportedGone, unreadable, vendorKey } from '../../integrations/data-set.service.ts';
import { mirror } from '../../integrations/mirror.service.ts';
import { SeatsEntity, sortOf, UserEntity } from '../tenant.entity.ts';
import { storedRows } from './mirrored.ts';

const FIELDS =
  'id,displayName,userPrincipalName,mail,jobTitle,department,officeLocation,companyName,userType,accountEnabled,' +
  'createdDateTime,assignedLicenses';

const MOST_SKUS = 1_000;

const short = (max: number) =>
  z
    .string()
    .nullish()
    .transform((value) => value?.trim().slice(0, max) || undefined);

/** Source: Microsoft Graph, "user resource type". */
const GraphUser = z.object({
  id: z.string().min(1),
  displayName: z.string().nullish(),
  userPrincipalName: z.string().min(1),
  mail: short(120),
  jobTitle: short(60),
  department: short(60),
  officeLocation: short(60),
  companyName: short(60),
  userType: z.enum(['Member', 'Guest']).nullish(),
  accountEnabled: z.boolean(),
  createdDateTime: z.iso.datetime({ offset: true }).nullish(),
  assignedLicenses: z.array(z.object({ skuId: z.string() })).default([]),
});

interface UserContent {
  name: string;
  upn: string;
  mail?: string;
  title?: string;
  department?: string;
  office?: string;
  employer?: string;
  kind: 'member' | 'guest';
  enabled: boolean;
  skuIds: string[];
  created?: string;
}

function contentOf(user: z.infer<typeof GraphUser>, organisation: string): UserContent {
  const { mail, jobTitle: title, department, officeLocation: office, companyName, createdDateTime } = user;
  const upn = user.userPrincipalName.slice(0, 160);
  // The address is mostly the sign-in name and the employer the company itself: only what differs is kept.
  const differs = mail !== undefined && mail.toLowerCase() !== upn.toLowerCase();
  const employer = companyName !== organisation ? companyName : undefined;
  return {
    name: (user.displayName?.trim() || upn).slice(0, 120),
    upn,
    ...(differs ? { mail } : {}),
    ...(title ? { title } : {}),
    ...(department ? { department } : {}),
    ...(office ? { office } : {}),
    ...(employer ? { employer } : {}),
    kind: user.userType === 'Guest' ? 'guest' : 'member',
    enabled: user.accountEnabled,
    skuIds: user.assignedLicenses.map(({ skuId }) => skuId).sort(),
    ...(createdDateTime ? { created: createdDateTime.slice(0, 10) } : {}),
  };
}

/** Accounts. What other listings know of them (sign-ins, second factors) stays when they change. */
export const users: DataSet<UserContent> = {
  name: 'users',
  listing: 'changes',
  parts: 4,
  request: () => ({ path: '/users/delta', query: { $select: FIELDS }, headers: { Prefer: 'odata.maxpagesize=500' } }),
  read: (row, target) => {
    const gone = reportedGone(row);
    if (gone) return gone;
    const parsed = GraphUser.safeParse(row);
    if (!parsed.success) return unreadable(row, parsed.error);
    const content = contentOf(parsed.data, target.name);
    return { kind: 'record', key: vendorKey(parsed.data.id), label: content.name, content };
  },
  async write(scope, { companyId }, changed) {
    const { mspId } = scope;
    const keys = changed.map(({ key }) => key);
    const [stored, seats] = await Promise.all([
      storedRows(scope, UserEntity, companyId, keys),
      all(scope, SeatsEntity, SeatsEntity.query.ofCompany({ mspId, companyId }), { most: MOST_SKUS }),
    ]);
    const partNumbers = new Map(seats.map(({ skuId, partNumber }) => [skuId, partNumber]));
    const ops = changed.map(({ key, content: { enabled, skuIds, ...content } }) => {
      const { lastSeen, seen, mfa } = stored.get(key) ?? {};
      const row = {
        ...content,
        mspId,
        companyId,
        key,
        sort: sortOf(content.name),
        status: enabled ? ('enabled' as const) : ('disabled' as const),
        skus: skuIds.map((skuId) => partNumbers.get(skuId) ?? skuId),
        lastSeen,
        seen,
        mfa,
      };
      return mirror(UserEntity, row, stored.get(key));
    });
    return { ops };
  },
  async remove(scope, { companyId }, keys) {
    return keys.map((key) => erase(UserEntity, { mspId: scope.mspId, companyId, key }));
  },
  synced: (companyId) => usersSynced.of({ companyId }),
};
