import { decimal } from '../../shared/exports/csv.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { Licence } from '../../shared/m365/licence.ts';
import type { M365UserRow } from '../../shared/m365/user.ts';
import { licences } from '../m365/licences.service.ts';
import { settings } from '../m365/settings.service.ts';
import { users as usersOf } from '../m365/users.service.ts';
import { listing } from './listing.ts';

/** Microsoft 365 has one price list and so one currency for all rows. */
interface Priced {
  currency: string;
}

const priced = <Row>({ items, ...rest }: Page<Row>, currency: string): Page<Row & Priced> => ({
  ...rest,
  items: items.map((row) => ({ ...row, currency })),
});

export const m365Users = listing<'m365-users', M365UserRow & Priced>(
  [
    ['User', (row) => row.name],
    ['Sign-in name', (row) => row.upn],
    ['Email', (row) => row.mail],
    ['Title', (row) => row.title],
    ['Department', (row) => row.department],
    ['Office', (row) => row.office],
    ['Kind', (row) => row.kind],
    ['Enabled', (row) => row.enabled],
    ['Licences', (row) => row.licences.map(({ name }) => name).join('; ')],
    ['Last sign-in', (row) => row.lastSeen],
    ['Days inactive', (row) => row.inactiveDays],
    ['Second factor', (row) => row.secondFactor],
    ['Cost a month', (row) => decimal(row.monthlyMinor, row.currency)],
    ['Currency', (row) => row.currency],
    ['Account made', (row) => row.created],
  ],
  async (scope, { companyId, filter, limit, cursor }) => {
    const [page, { currency }] = await Promise.all([
      usersOf(scope, { ...filter, companyId, limit, cursor }),
      settings(scope),
    ]);
    return priced(page, currency);
  },
);

export const m365Licences = listing<'m365-licences', Licence & Priced>(
  [
    ['Licence', (row) => row.name],
    ['Part number', (row) => row.partNumber],
    ['Purchased', (row) => row.purchased],
    ['Assigned', (row) => row.assigned],
    ['Available', (row) => row.available],
    ['Suspended', (row) => row.suspended],
    ['Price', (row) => decimal(row.priceMinor, row.currency)],
    ['Cost a month', (row) => decimal(row.monthlyMinor, row.currency)],
    ['Currency', (row) => row.currency],
    ['Next change', (row) => row.nextChange],
    ['Free', (row) => row.free],
    ['Trial', (row) => row.trial],
  ],
  async (scope, { companyId }) => {
    const { items, currency } = await licences(scope, { companyId });
    return priced({ items }, currency);
  },
);
