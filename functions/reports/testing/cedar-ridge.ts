import type { FrozenDecision, FrozenForecast, FrozenRoadmap, Snapshot } from '../../../shared/reports/snapshot.ts';
import { BUDGET } from './cedar-ridge-budget.ts';
import { DEVICES, FINDINGS, GOALS, LICENCES } from './cedar-ridge-figures.ts';
import { SCORE } from './cedar-ridge-score.ts';

const id = (n: number) => `01k9zcedar000000000000000${n}`;
const sums = (oneTimeMinor: number, monthlyMinor = 0, annualMinor = 0) => ({ oneTimeMinor, monthlyMinor, annualMinor });

export const ROADMAP: FrozenRoadmap = {
  groups: [
    {
      title: 'Q4 2026',
      items: [
        {
          plannerItemId: id(2),
          title: 'Tigard battery backup',
          lane: 'infrastructure',
          status: 'in-progress',
          startDate: '2026-11-02',
          endDate: '2026-12-11',
          ...sums(89_000),
        },
      ],
      ...sums(89_000),
    },
    {
      title: 'Q1 2027',
      items: [
        {
          plannerItemId: id(3),
          title: 'New imaging servers for X-rays',
          lane: 'infrastructure',
          status: 'presented',
          startDate: '2027-01-04',
          endDate: '2027-03-31',
          ...sums(2_150_000),
        },
        {
          plannerItemId: id(4),
          title: 'Disk encryption, 11 PCs',
          lane: 'security',
          status: 'approved',
          startDate: '2027-01-11',
          endDate: '2027-01-29',
          ...sums(148_500),
        },
        {
          plannerItemId: id(5),
          title: 'HIPAA risk analysis',
          lane: 'compliance',
          status: 'approved',
          startDate: '2027-02-01',
          endDate: '2027-02-26',
          ...sums(320_000),
        },
      ],
      ...sums(2_618_500),
    },
    {
      title: 'Q2 2027',
      items: [
        {
          plannerItemId: id(6),
          title: '13 new desktops',
          lane: 'devices',
          status: 'presented',
          startDate: '2027-04-05',
          endDate: '2027-06-30',
          ...sums(1_495_000),
        },
        {
          plannerItemId: id(7),
          title: 'Backup for Microsoft 365',
          lane: 'microsoft-365',
          status: 'proposed',
          startDate: '2027-04-01',
          endDate: '2027-04-30',
          ...sums(0, 12_400),
        },
      ],
      ...sums(1_495_000, 12_400),
    },
    {
      title: 'No date yet',
      items: [
        {
          plannerItemId: id(8),
          title: 'Hillsboro network, after the lease is signed',
          lane: 'infrastructure',
          status: 'deferred',
          ...sums(1_260_000),
        },
      ],
      ...sums(1_260_000),
    },
  ],
  done: [
    {
      plannerItemId: id(9),
      title: 'Security keys at the front desk',
      lane: 'security',
      status: 'completed',
      startDate: '2026-10-05',
      endDate: '2026-11-06',
      ...sums(62_000),
    },
  ],
};

export const FORECAST: FrozenForecast = {
  fiscalYearStart: 1,
  years: [2026, 2027, 2028, 2029],
  categories: [
    { label: 'Managed services', amounts: [5_580_000, 5_803_200, 6_035_328, 6_276_741] },
    { label: 'Microsoft 365', amounts: [504_000, 524_160, 545_126, 566_931] },
    { label: 'Projects and labour', amounts: [0, 1_258_500, 0, 660_000] },
    { label: 'Hardware', amounts: [89_000, 2_855_000, 1_610_000, 0] },
  ],
  totals: [6_173_000, 10_440_860, 8_190_454, 7_503_672],
  forwardMinor: 26_134_986,
};

export const DECISIONS: FrozenDecision[] = [
  {
    at: '2026-11-21T01:12:00.000Z',
    name: 'Karen Doyle',
    decision: 'rejected',
    what: 'Guest Wi-Fi in three offices',
    budgetId: id(1),
    budgetTitle: 'IT budget 2027',
    amountMinor: 480_000,
    comment: 'Not before the Hillsboro lease is signed.',
  },
  {
    at: '2026-11-21T01:10:00.000Z',
    name: 'Karen Doyle',
    decision: 'approved',
    what: 'Disk encryption, 11 PCs',
    budgetId: id(1),
    budgetTitle: 'IT budget 2027',
    amountMinor: 148_500,
    comment: '',
  },
  {
    at: '2026-11-21T01:10:00.000Z',
    name: 'Karen Doyle',
    decision: 'approved',
    what: 'HIPAA risk analysis',
    budgetId: id(1),
    budgetTitle: 'IT budget 2027',
    amountMinor: 320_000,
    comment: 'Please share the result with Dr. Marsh.',
  },
];

/** A report's data with every section full: the demo MSP's dental practice. */
export const CEDAR_RIDGE: Snapshot = {
  version: 2,
  reportId: id(1),
  title: 'Quarterly review, December 2026',
  note: '',
  period: { from: '2026-09-01', to: '2026-11-30' },
  frozenAt: '2026-11-23T18:42:00.000Z',
  locale: 'en-US',
  timeZone: 'America/Los_Angeles',
  currency: 'USD',
  msp: { name: 'Northlight IT', accent: '#16191f', logo: '' },
  company: { name: 'Cedar Ridge Family Dental', industry: 'Healthcare' },
  preparedBy: 'Tom Lindqvist',
  sections: [
    { id: 'cover', data: {} },
    { id: 'secure-score', data: SCORE },
    { id: 'licences', data: LICENCES },
    { id: 'devices', data: DEVICES },
    { id: 'findings', data: FINDINGS },
    { id: 'goals', data: GOALS },
    { id: 'roadmap', data: ROADMAP },
    { id: 'budget', data: BUDGET },
    { id: 'forecast', data: FORECAST },
    { id: 'decisions', data: DECISIONS },
  ],
};

/** The same report with one section alone. */
export function only(id: string, data = CEDAR_RIDGE.sections.find((section) => section.id === id)?.data): Snapshot {
  return { ...CEDAR_RIDGE, sections: [{ id, data }] };
}
