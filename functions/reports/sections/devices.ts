import { z } from 'zod';
import type { DeviceRow } from '../../../shared/devices/device.ts';
import { DEVICE_TYPES } from '../../../shared/devices/device-type.ts';
import { quarterLabel } from '../../../shared/devices/fiscal-quarters.ts';
import type { FleetFigures } from '../../../shared/devices/fleet.ts';
import { deviceTypeName } from '../../../shared/devices/words.ts';
import { every } from '../../../shared/kernel/every.ts';
import { formatsOf } from '../../../shared/reports/words.ts';
import { figures } from '../../devices/assess.service.ts';
import { list } from '../../devices/list.service.ts';
import { opening } from '../pdf/frame.ts';
import { type Content, cell, part, px, say, strip, table } from '../pdf/paper.ts';
import { type Sheet, section } from './section.ts';

/** Devices that are named one by one: those due first. */
const MOST_ROWS = 12;
/** Quarters ahead with a row of their own. */
const MOST_QUARTERS = 8;

const Due = z.object({ quarter: z.string(), count: z.int(), minor: z.int() });
const FrozenDevices = z.object({
  /** Of the lifecycle policies, which need not be the client's own. */
  currency: z.string(),
  fiscalYearStart: z.int(),
  devices: z.int(),
  overdue: Due,
  dueWithinYear: z.int(),
  warrantyEnded: z.int(),
  warrantyEnding: z.int(),
  osUnsupported: z.int(),
  quarters: z.array(Due),
  worst: z.array(
    z.object({
      deviceId: z.string(),
      name: z.string(),
      type: z.enum(DEVICE_TYPES),
      model: z.string(),
      ageYears: z.int().optional(),
      due: z.string(),
    }),
  ),
});
type FrozenDevices = z.infer<typeof FrozenDevices>;

/** What is in use, what falls due when, and which ones come first. Users, serials and notes stay with staff. */
export function freezeDevices(
  fleet: FleetFigures,
  overdue: readonly DeviceRow[],
  fiscalYearStart: number,
): FrozenDevices | undefined {
  if (fleet.devices === 0) return undefined;
  const { byLifecycle, byWarranty, currency, devices: all, osUnsupported } = fleet;
  const due = ({ quarter, count, minor }: FleetFigures['overdue']) => ({ quarter, count, minor });
  return {
    currency,
    fiscalYearStart,
    devices: all,
    overdue: due(fleet.overdue),
    dueWithinYear: byLifecycle.due + byLifecycle['due-soon'],
    warrantyEnded: byWarranty.expired,
    warrantyEnding: byWarranty['expiring-30'] + byWarranty['expiring-60'] + byWarranty['expiring-90'],
    osUnsupported,
    quarters: fleet.quarters.slice(0, MOST_QUARTERS).map(due),
    worst: overdue
      .flatMap(({ deviceId, name, type, manufacturer = '', model = '', ageYears, replacementDue }) =>
        replacementDue
          ? [
              {
                deviceId,
                name,
                type,
                model: model.startsWith(manufacturer) ? model : `${manufacturer} ${model}`.trim(),
                ...(ageYears === undefined ? {} : { ageYears }),
                due: replacementDue,
              },
            ]
          : [],
      )
      .toSorted((a, b) => a.due.localeCompare(b.due) || a.name.localeCompare(b.name))
      .slice(0, MOST_ROWS),
  };
}

const OVERDUE = { lifecycle: 'overdue', sort: 'name', retired: false, limit: 100 } as const;

function message({ devices: all, overdue, dueWithinYear }: FrozenDevices): string {
  const past = overdue.count === 0 ? 'none is past its lifespan' : `${overdue.count} past their lifespan`;
  return `${all} devices are in use, ${past}. ${dueWithinYear} more fall due within twelve months.`;
}

function pages(data: FrozenDevices, { snapshot, formats, first }: Sheet): Content[] {
  const { money } = formatsOf({ ...snapshot, currency: data.currency });
  const { number, date } = formats;
  const due = [data.overdue, ...data.quarters].filter(({ count }) => count > 0);
  const nameOf = (quarter: string) =>
    quarter === 'overdue' ? 'Past their lifespan' : quarterLabel(quarter, data.fiscalYearStart);
  return [
    opening('devices', devices.title, message(data), first),
    {
      ...strip([
        { label: 'In use', figure: number(data.devices), note: 'Devices' },
        { label: 'Past lifespan', figure: number(data.overdue.count), note: 'To be replaced' },
        {
          label: 'Out of warranty',
          figure: number(data.warrantyEnded),
          note: `${number(data.warrantyEnding)} more within 90 days`,
        },
        { label: 'Without updates', figure: number(data.osUnsupported), note: 'Operating system has ended' },
      ]),
      margin: [0, px(24), 0, 0],
    },
    ...(due.length > 0
      ? [
          part('When replacements fall due', 24),
          table(
            [
              { head: 'When', width: '*' },
              { head: 'Devices', width: 80, right: true },
              { head: 'Estimate', width: 112, right: true },
            ],
            due.map(({ quarter, count, minor }) => [
              cell(nameOf(quarter), { strong: true }),
              cell(number(count), { right: true }),
              cell(minor === 0 ? 'No price' : money(minor), { right: true }),
            ]),
          ),
        ]
      : []),
    ...(data.worst.length > 0
      ? [
          part('First in line', 24),
          table(
            [
              { head: 'Device', width: '*' },
              { head: 'Kind', width: 112 },
              { head: 'Model', width: 168 },
              { head: 'Years', width: 48, right: true },
              { head: 'Due', width: 92, right: true },
            ],
            data.worst.map(({ name, type, model, ageYears, due: day }) => [
              cell(name, { strong: true }),
              cell(deviceTypeName(type), { quiet: true }),
              cell(model, { quiet: true }),
              cell(ageYears === undefined ? '' : number(ageYears), { right: true }),
              cell(date(day), { right: true, quiet: true }),
            ]),
          ),
          ...(data.overdue.count > data.worst.length
            ? [say(`And ${data.overdue.count - data.worst.length} more.`, 'note', { margin: [0, px(10), 0, 0] })]
            : []),
        ]
      : []),
  ];
}

export const devices = section({
  id: 'devices',
  title: 'Devices',
  detail: 'Lifecycle and warranty, what falls due when, what comes first',
  source: 'Source: device monitoring and lifecycle policies.',
  usual: true,
  shape: FrozenDevices,
  freeze: async (scope, { company: { companyId, fiscalYearStart } }) => {
    const fleet = await figures(scope, { companyId });
    const read = (cursor?: string) => list(scope, { companyId, ...OVERDUE, cursor });
    const overdue = fleet.overdue.count > 0 ? await every(read) : [];
    return freezeDevices(fleet, overdue, fiscalYearStart);
  },
  absent: 'No devices yet',
  needs: { of: 'devices', figures: ['devices'], tells: '{} in use' },
  records: ({ worst }) => worst.map(({ deviceId: id }) => ({ type: 'device', id })),
  figure: ({ devices: all, overdue }) => ({
    label: 'Devices',
    figure: String(all),
    note: `${overdue.count} past their lifespan`,
  }),
  pages,
});
