import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths } from '../kernel/calendar.ts';
import { deviceFindings, type Told } from './device-findings.ts';
import { DEVICE_TYPES, type DeviceType } from './device-type.ts';
import { quarterDates, quarterKey, quarterLabel } from './fiscal-quarters.ts';
import { type Fleet, figuresOf } from './fleet.ts';
import { type Aged, ageInYears, LIFETIME, lifecycleState, replacementDue, warrantyState } from './lifecycle.ts';
import { DEFAULT_POLICIES, type LifecyclePolicy, withOwn } from './lifecycle-policy.ts';
import { serialKey, serialOf } from './serial.ts';

const today = '2026-11-22';
const laptop = DEFAULT_POLICIES.laptop;
const server = DEFAULT_POLICIES.server;
const withWarranty: LifecyclePolicy = { ...laptop, warranty: 'replace-at-expiry' };
const fleet: Fleet = { policies: DEFAULT_POLICIES, currency: 'USD', today, fiscalYearStart: 1 };

const day = fc.integer({ min: -4_000, max: 2_000 }).map((days) => addDays(today, days));
const aged: fc.Arbitrary<Aged> = fc.record(
  { purchased: day, warrantyStart: day, warrantyEnd: day, firstSeen: day },
  { requiredKeys: [] },
);
const told: fc.Arbitrary<Told> = fc
  .tuple(aged, fc.constantFrom(...DEVICE_TYPES), fc.constantFrom('Windows 10 Pro', 'Ubuntu', undefined), fc.uuid())
  .map(([dates, type, os, deviceId]) => ({ ...dates, type, os, deviceId, name: 'device' }));

describe('a device is due', () => {
  test('when its span has passed since it was bought, or since its warranty began', () => {
    expect(replacementDue({ purchased: '2022-03-31', firstSeen: '2024-01-01' }, server)).toEqual({
      date: '2029-03-31',
      estimated: false,
    });
    expect(replacementDue({ warrantyStart: '2022-02-28' }, server)?.date).toBe('2029-02-28');
  });

  test('as a guess when only the monitoring knows since when it is there', () => {
    expect(replacementDue({ firstSeen: '2023-05-01' }, laptop)).toEqual({ date: '2028-05-01', estimated: true });
    expect(replacementDue({}, laptop)).toBeUndefined();
  });

  test('with its warranty where the policy says so, and a known warranty beats a guess', () => {
    const due = (device: Aged) => replacementDue(device, withWarranty)?.date;
    expect(due({ purchased: '2023-01-10', warrantyEnd: '2026-01-09' })).toBe('2026-01-09');
    expect(due({ firstSeen: '2025-01-01', warrantyEnd: '2030-06-30' })).toBe('2030-06-30');
    expect(due({ purchased: '2023-01-10', warrantyEnd: LIFETIME })).toBe('2028-01-10');
    for (const policy of [laptop, DEFAULT_POLICIES.workstation]) {
      expect(replacementDue({ purchased: '2025-11-01', warrantyEnd: '2026-11-01' }, policy)?.date).toBe('2030-11-01');
    }
  });

  test('never when it has no end of its own', () => {
    expect(lifecycleState({ purchased: '2001-01-01' }, DEFAULT_POLICIES['virtual-machine'], today)).toBe('untracked');
  });

  test.each([
    ['2019-11-21', 'overdue'],
    ['2019-11-22', 'due'],
    ['2020-02-22', 'due'],
    ['2020-02-23', 'due-soon'],
    ['2020-11-22', 'due-soon'],
    ['2020-11-23', 'healthy'],
  ])('a server bought on %s is %s', (purchased, state) => {
    expect(lifecycleState({ purchased }, server, today)).toBe(state);
  });

  test('not later for being older', () => {
    fc.assert(
      fc.property(aged, fc.integer({ min: 1, max: 48 }), (device, months) => {
        const { purchased } = device;
        fc.pre(purchased !== undefined);
        const older = { ...device, purchased: addMonths(purchased, -months) };
        const [due = '', earlier = ''] = [device, older].map((one) => replacementDue(one, withWarranty)?.date ?? '');
        expect(earlier <= due).toBe(true);
      }),
    );
  });
});

test.each([
  [undefined, 'unknown'],
  [LIFETIME, 'lifetime'],
  ['2026-11-21', 'expired'],
  ['2026-11-22', 'expiring-30'],
  ['2026-12-22', 'expiring-30'],
  ['2026-12-23', 'expiring-60'],
  ['2027-01-21', 'expiring-60'],
  ['2027-02-20', 'expiring-90'],
  ['2027-02-21', 'active'],
])('a warranty that ends on %s is %s', (warrantyEnd, state) => {
  expect(warrantyState({ warrantyEnd }, today)).toBe(state);
});

test('a company keeps its own policies, whatever the MSP changes', () => {
  const own = { laptop: { ...laptop, lifespanYears: 3 } };
  const msp = withOwn(DEFAULT_POLICIES, {
    laptop: { ...laptop, lifespanYears: 6 },
    server: { ...server, lifespanYears: 7 },
  });
  const both = withOwn(msp, own);
  expect([both.laptop.lifespanYears, both.server.lifespanYears]).toEqual([3, 7]);
});

describe('the figures of a fleet', () => {
  test('count every device once in every breakdown, and money follows from what is due', () => {
    fc.assert(
      fc.property(fc.array(told, { maxLength: 40 }), (devices) => {
        const figures = figuresOf(devices, fleet);
        const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
        expect(sum(figures.byLifecycle)).toBe(devices.length);
        expect(sum(figures.byWarranty)).toBe(devices.length);
        expect(figures.byType.reduce((all, { count }) => all + count, 0)).toBe(devices.length);
        expect(figures.ages.reduce((a, b) => a + b, 0) + figures.ageUnknown).toBe(devices.length);
        const due = [figures.overdue, ...figures.quarters];
        const dated = devices.filter((device) => replacementDue(device, DEFAULT_POLICIES[device.type]));
        expect(due.reduce((all, { count }) => all + count, 0)).toBe(dated.length);
        const money = dated.reduce((all, { type }) => all + DEFAULT_POLICIES[type].replacementMinor, 0);
        expect(due.reduce((all, { minor }) => all + minor, 0)).toBe(money);
        expect(figures.overdue.count).toBe(figures.byLifecycle.overdue);
        const kinds = Object.entries(figures.dueKinds) as [DeviceType, number[]][];
        for (const [at, { count, minor }] of due.entries()) {
          const each = kinds.map(([type, counts]) => ({ type, many: counts[at] ?? 0 }));
          expect(each.reduce((all, { many }) => all + many, 0)).toBe(count);
          const price = each.reduce((all, { type, many }) => all + many * DEFAULT_POLICIES[type].replacementMinor, 0);
          expect(price).toBe(minor);
        }
      }),
    );
  });

  test('name quarters of the fiscal year', () => {
    expect(quarterKey('2027-04-05', 1)).toBe('2027-Q2');
    expect(quarterKey('2026-11-22', 7)).toBe('2027-Q2');
    expect([quarterLabel('2027-Q2', 1), quarterLabel('2027-Q2', 7)]).toEqual(['Q2 2027', 'Q2 FY27']);
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 12 }), (date, startMonth) => {
        const { start, end } = quarterDates(quarterKey(date, startMonth), startMonth);
        return start <= date && date <= end && addDays(end, 1) === addMonths(start, 3);
      }),
    );
  });

  test('tell ages in whole years', () => {
    expect(ageInYears({ purchased: '2021-11-23' }, today)).toBe(4);
    expect(ageInYears({ purchased: '2021-11-22' }, today)).toBe(5);
    expect(ageInYears({}, today)).toBeUndefined();
  });
});

describe('findings about devices', () => {
  const device = (name: string, facts: Partial<Told>): Told => ({ deviceId: name, name, type: 'laptop', ...facts });

  test('gather what is past its lifespan, with what its exchange costs', () => {
    const found = deviceFindings(
      [
        device('LT-2', { purchased: '2020-06-01', user: 'ana@cedar.example' }),
        device('LT-1', { purchased: '2019-06-01' }),
        device('FW-1', { type: 'firewall', purchased: '2015-01-01' }),
        device('LT-3', { purchased: '2026-06-01' }),
      ],
      fleet,
    );
    expect(found.map(({ key, title, risk, estimate }) => ({ key, title, risk, estimate }))).toEqual([
      {
        key: 'past-lifespan:computers',
        title: '2 computers past the agreed lifespan',
        risk: 'medium',
        estimate: { minor: 290_000, currency: 'USD', hours: 6 },
      },
      {
        key: 'past-lifespan:network',
        title: '1 device around the network past the agreed lifespan',
        risk: 'high',
        estimate: { minor: 210_000, currency: 'USD', hours: 6 },
      },
    ]);
    expect(found[0]?.affected.map(({ label }) => label)).toEqual(['LT-1', 'LT-2, ana@cedar.example']);
  });

  test('ask for a warranty only where the policy keeps one', () => {
    const found = deviceFindings(
      [
        device('SRV-1', { type: 'server', purchased: '2025-01-01', warrantyEnd: '2026-01-01' }),
        device('SRV-2', { type: 'server', purchased: '2025-01-01', warrantyEnd: '2026-12-24' }),
        device('PRN-1', { type: 'printer', purchased: '2025-01-01', warrantyEnd: '2026-01-01' }),
      ],
      fleet,
    );
    expect(found.map(({ key, affectedCount }) => [key, affectedCount])).toEqual([
      ['warranty-expired', 1],
      ['warranty-expiring', 1],
    ]);
    expect(found.map(({ affected }) => affected[0]?.detail)).toEqual(['ended 1 Jan 2026', 'ends 24 Dec 2026']);
  });

  test('tell apart what an update mends and what it does not', () => {
    const found = deviceFindings(
      [
        device('LT-1', { purchased: '2025-01-01', os: 'Microsoft Windows 10 Pro 22H2' }),
        device('LT-2', { purchased: '2025-01-01', os: 'Windows 11 Pro 23H2' }),
        device('LT-3', { purchased: '2025-01-01', os: 'Windows 11 Pro 25H2' }),
        device('SRV-1', { type: 'server', purchased: '2025-01-01', os: 'Windows Server 2012 R2 Standard' }),
      ],
      fleet,
    );
    expect(found.map(({ key, risk }) => [key, risk])).toEqual([
      ['os-unsupported:Windows 10', 'high'],
      ['os-unsupported:Windows 11 23H2', 'medium'],
      ['os-unsupported:Windows Server 2012', 'critical'],
    ]);
  });

  test('tell of a system half a year before its updates end, until they have', () => {
    const devices = [
      device('SRV-1', { type: 'server', purchased: '2025-01-01', os: 'Windows Server 2016 Standard Edition 1607' }),
      device('LT-1', { purchased: '2025-01-01', os: 'Windows 11 Enterprise 25H2' }),
    ];
    const on = (day: string) => deviceFindings(devices, { ...fleet, today: day });
    expect(on('2026-07-15')).toEqual([]);
    for (const day of ['2026-07-16', '2027-01-12']) {
      expect(on(day).map(({ key, risk, title }) => [key, risk, title])).toEqual([
        [
          'os-unsupported:Windows Server 2016',
          'medium',
          'Windows Server 2016 gets no security updates after 12 Jan 2027: 1 device',
        ],
      ]);
    }
    // The same finding as before: what was decided of it stands.
    expect(on('2027-01-13').map(({ key, risk }) => [key, risk])).toEqual([
      ['os-unsupported:Windows Server 2016', 'critical'],
    ]);
    expect(on('2028-05-01').map(({ key, risk }) => [key, risk])).toContainEqual([
      'os-unsupported:Windows 11 Enterprise 25H2',
      'low',
    ]);
  });
});

test('a serial number is one when it names a device', () => {
  for (const junk of ['To be filled by O.E.M.', ' Default string ', '0', '0000000', 'N/A', '', undefined, '.....']) {
    expect(serialOf(junk)).toBeUndefined();
  }
  expect(serialOf(' 5CG1234XYZ ')).toBe('5CG1234XYZ');
  expect(serialKey('5cg-1234 xyz')).toBe('5CG1234XYZ');
});
