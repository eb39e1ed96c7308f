import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimate } from './estimate.ts';
import { type CostLine, NewPlannerItem } from './planner-item.ts';
import { plannerSummary } from './planner-summary.ts';
import { CLIENT_FIELDS, type Publishable, published, unpublishedFields } from './publishing.ts';

const id = '01j9zq4xk3r8m2n5t7v9w1y3za';
const item = {
  plannerItemId: id,
  companyId: id,
  title: 'Imaging server replacement',
  lane: 'infrastructure',
  status: 'presented',
  startDate: '2027-01-16',
  endDate: '2027-02-06',
  currency: 'USD',
  oneTimeMinor: 2_150_000,
  monthlyMinor: 0,
  annualMinor: 0,
  publicNote: 'We move both servers.',
  riskIfDeferred: 'No patches.',
  privateNote: 'Margin on hardware 14 %',
  ratePerHour: 16_500,
} as unknown as Publishable;

const cost: fc.Arbitrary<CostLine> = fc.record({
  label: fc.constant('x'),
  kind: fc.constantFrom('hardware', 'software', 'subscription', 'other'),
  quantity: fc.integer({ min: 0, max: 1_000 }),
  unitMinor: fc.integer({ min: 0, max: 10_000_000 }),
  recurrence: fc.constantFrom('one-time', 'monthly', 'annual'),
});

describe('the estimate of a planner item', () => {
  it('is its one-time costs and its labour; what recurs stays apart', () => {
    const servers: CostLine = {
      label: 'PowerEdge',
      kind: 'hardware',
      quantity: 2,
      unitMinor: 745_000,
      recurrence: 'one-time',
    };
    const backup: CostLine = {
      label: 'Backup',
      kind: 'subscription',
      quantity: 31,
      unitMinor: 400,
      recurrence: 'monthly',
    };
    expect(estimate([servers, backup], 40, 16_500)).toEqual({
      oneTimeMinor: 2_150_000,
      monthlyMinor: 12_400,
      annualMinor: 0,
    });
  });

  it('counts every cost line exactly once', () => {
    fc.assert(
      fc.property(fc.array(cost, { maxLength: 20 }), (costs) => {
        const { oneTimeMinor, monthlyMinor, annualMinor } = estimate(costs, 0, 0);
        expect(oneTimeMinor + monthlyMinor + annualMinor).toBe(
          costs.reduce((sum, c) => sum + c.quantity * c.unitMinor, 0),
        );
      }),
    );
  });
});

describe('a new planner item', () => {
  const valid = { companyId: id, title: 'Firewall' };
  it('needs both dates or none, in order', () => {
    const errors = (input: object) =>
      NewPlannerItem.safeParse({ ...valid, ...input }).error?.issues.map((issue) => issue.message);
    expect(errors({})).toBeUndefined();
    expect(errors({ startDate: '2027-01-01' })).toContain('Give both a start and an end, or neither.');
    expect(errors({ startDate: '2027-02-01', endDate: '2027-01-01' })).toContain('The end cannot be before the start.');
  });
});

describe('publishing', () => {
  it('shows the client the allowed fields and no other', () => {
    const seen = published(item, 3, '2026-11-23T00:00:00.000Z');
    expect(Object.keys(seen).toSorted()).toEqual(
      [...CLIENT_FIELDS, 'companyId', 'plannerItemId', 'publishedAt', 'publishedVersion'].toSorted(),
    );
    expect(JSON.stringify(seen)).not.toContain('Margin');
    const statusAt = '2026-08-20T15:00:00.000Z';
    expect(published({ ...item, statusAt }, 3, seen.publishedAt).completedAt).toBeUndefined();
    expect(published({ ...item, statusAt, status: 'completed' }, 3, seen.publishedAt).completedAt).toBe(statusAt);
  });

  it('knows what the client does not see yet', () => {
    const seen = published(item, 1, '2026-11-23T00:00:00.000Z');
    expect(unpublishedFields(item, seen)).toEqual([]);
    expect(unpublishedFields({ ...item, title: 'Servers', startDate: undefined }, seen)).toEqual([
      'title',
      'startDate',
    ]);
    expect(unpublishedFields(item, undefined)).toEqual([]);
  });
});

describe('the figures of a roadmap', () => {
  const planned = (startDate: string | undefined, title: string) => ({ ...item, startDate, title, hours: 2 });
  const quarters = ['2027-01-16', '2027-04-01', '2027-07-01', '2027-10-01', '2028-01-01'];
  const { quarters: shown, ...counted } = plannerSummary(
    [...quarters.map((date, at) => planned(date, `Item ${at}`)), planned(undefined, 'Some day')],
    1,
  );

  it('count every item once, in the quarter of its start', () => {
    expect(counted).toEqual({ items: 6, unscheduled: 1 });
    expect(shown.map(({ year, quarter, items, hours }) => [year, quarter, items, hours])).toEqual([
      [2027, 1, 1, 2],
      [2027, 2, 1, 2],
      [2027, 3, 1, 2],
      [2027, 4, 1, 2],
      [2028, 1, 1, 2],
    ]);
  });

  it('name the items of the near quarters only, so that years of them stay one small row', () => {
    expect(shown.map(({ first }) => first.map(({ title }) => title))).toEqual([
      ['Item 0'],
      ['Item 1'],
      ['Item 2'],
      ['Item 3'],
      [],
    ]);
  });
});
