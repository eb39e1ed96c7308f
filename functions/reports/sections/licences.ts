import { z } from 'zod';
import type { LicenceList } from '../../../shared/m365/licence.ts';
import { formatsOf } from '../../../shared/reports/words.ts';
import { licences as licencesOf } from '../../m365/licences.service.ts';
import { opening } from '../pdf/frame.ts';
import { type Content, cell, part, px, strip, table } from '../pdf/paper.ts';
import { type Sheet, section } from './section.ts';

const FrozenLicences = z.object({
  /** Of the price list, which need not be the client's own. */
  currency: z.string(),
  monthlyMinor: z.int(),
  purchased: z.int(),
  assigned: z.int(),
  available: z.int(),
  rows: z.array(
    z.object({
      name: z.string(),
      purchased: z.int(),
      assigned: z.int(),
      available: z.int(),
      monthlyMinor: z.int().optional(),
      nextChange: z.string().optional(),
    }),
  ),
});
type FrozenLicences = z.infer<typeof FrozenLicences>;

/** Paid licences, dearest first; free ones say nothing to whoever pays. */
export function freezeLicences({ items, currency, monthlyMinor }: LicenceList): FrozenLicences | undefined {
  const paid = items.filter(({ free }) => !free);
  if (paid.length === 0) return undefined;
  const sum = (pick: (row: (typeof paid)[number]) => number) => paid.reduce((all, row) => all + pick(row), 0);
  return {
    currency,
    monthlyMinor,
    purchased: sum(({ purchased }) => purchased),
    assigned: sum(({ assigned }) => assigned),
    available: sum(({ available }) => available),
    rows: paid.map(({ name, purchased, assigned, available, monthlyMinor: minor, nextChange }) => ({
      name,
      purchased,
      assigned,
      available,
      ...(minor === undefined ? {} : { monthlyMinor: minor }),
      ...(nextChange ? { nextChange } : {}),
    })),
  };
}

function message({ assigned, purchased, available }: FrozenLicences): string {
  const used = `${assigned} of ${purchased} licences are in use`;
  return available === 0 ? `${used}.` : `${used}; ${available} ${available === 1 ? 'is' : 'are'} assigned to nobody.`;
}

function pages(data: FrozenLicences, { snapshot, formats, first }: Sheet): Content[] {
  const { money } = formatsOf({ ...snapshot, currency: data.currency });
  const { number, date } = formats;
  const priced = data.rows.some(({ monthlyMinor }) => monthlyMinor !== undefined);
  const rows = data.rows.map(({ name, purchased, assigned, available, monthlyMinor, nextChange }): Content[] => [
    cell(name, { strong: true }),
    cell(number(purchased), { right: true }),
    cell(number(assigned), { right: true }),
    cell(available === 0 ? '–' : number(available), { right: true }),
    ...(priced ? [cell(monthlyMinor === undefined ? 'No price' : money(monthlyMinor), { right: true })] : []),
    cell(nextChange ? date(nextChange) : '', { right: true, quiet: true }),
  ]);
  return [
    opening('licences', licences.title, message(data), first),
    {
      ...strip([
        { label: 'Bought', figure: number(data.purchased), note: 'Licences' },
        { label: 'In use', figure: number(data.assigned), note: 'Assigned to a person' },
        { label: 'Free', figure: number(data.available), note: 'Assigned to nobody' },
        ...(priced ? [{ label: 'A month', figure: money(data.monthlyMinor), note: 'Of those with a price' }] : []),
      ]),
      margin: [0, px(24), 0, 0],
    },
    part('By kind', 24),
    table(
      [
        { head: 'Licence', width: '*' },
        { head: 'Bought', width: 60, right: true },
        { head: 'In use', width: 60, right: true },
        { head: 'Free', width: 52, right: true },
        ...(priced ? [{ head: 'A month', width: 88, right: true }] : []),
        { head: 'Next change', width: 96, right: true },
      ],
      rows,
    ),
  ];
}

export const licences = section({
  id: 'licences',
  title: 'Microsoft 365 licences',
  detail: 'Bought, in use, free, and what they cost a month',
  source: 'Source: Microsoft Graph.',
  usual: true,
  shape: FrozenLicences,
  freeze: async (scope, { company: { companyId } }) => freezeLicences(await licencesOf(scope, { companyId })),
  absent: 'No paid licences known',
  needs: { of: 'm365', figures: ['licences'] },
  pages,
});
