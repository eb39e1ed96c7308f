import type { BarsData } from '../../../shared/kernel/charts/bars.ts';
import type { DonutData } from '../../../shared/kernel/charts/donut.ts';
import type { LineData } from '../../../shared/kernel/charts/line.ts';
import type { StackedData } from '../../../shared/kernel/charts/stacked.ts';

const START = Date.UTC(2026, 4, 25);
const week = (index: number) => new Date(START + index * 7 * 86_400_000).toISOString().slice(0, 10);
const percent = (value: number) => `${Math.round(value)}%`;
const dollars = (value: number) => `$${Math.round(value).toLocaleString('en-US')}`;
const here = [
  38, 38, 39, 39, 40, 41, 41, 42, 42, 42, 43, 43, 44, 44, 44, 45, 45, 45, 46, 46, 46, 46, 46, 46, 46, 46, 46,
];

export const secureScore: LineData = {
  series: [
    { name: 'here', points: here.map((value, i) => ({ date: week(i), value })) },
    { name: 'peers', points: here.map((_, i) => ({ date: week(i), value: 50 + (i * 3) / 26 })) },
  ],
  events: [
    { date: week(5), label: 'MFA keys at the front desk' },
    { date: week(15), label: 'Admins cut from 5 to 3' },
  ],
  format: percent,
  formatChange: (value) => `${Math.round(value)} points`,
};

const trend = (start: number, step: number) =>
  here.map((_, i) => ({ date: week(i), value: i % 9 === 7 ? null : start + step * i + (i % 4) * 3 }));

export const ticketTrend: LineData = {
  series: [
    { name: 'Beaverton', points: trend(40, -0.4) },
    { name: 'Tigard', points: trend(22, 0.3) },
    { name: 'Hillsboro', points: trend(12, 0.1) },
    { name: 'Portland', points: trend(60, 0.6) },
  ],
};

export const forecast: StackedData = {
  categories: ['FY26, actual to Nov', 'FY27', 'FY28', 'FY29'],
  series: [
    { name: 'Recurring', values: [60_840, 66_168, 68_911, 71_668] },
    { name: 'Projects and labour', values: [9_240, 14_025, 8_250, 6_600] },
    { name: 'Hardware', values: [9_040, 32_150, 20_473, 24_960] },
  ],
  format: dollars,
  formatTick: (value) => (value === 0 ? '$0' : `$${Math.round(value / 1000)}K`),
  legend: false,
};

const categories = [
  'Managed services',
  'Microsoft 365',
  'Backup',
  'Training',
  'Labour',
  'Workstations',
  'Servers',
  'Network',
];

export const quartersByCategory: StackedData = {
  categories: ['Q1 27', 'Q2 27', 'Q3 27', 'Q4 27', 'Q1 28', 'Q2 28', 'Q3 28', 'Q4 28'],
  series: categories.map((name, i) => ({
    name,
    values: Array.from({ length: 8 }, (_, q) => (i === 2 && q === 3 ? -3_200 : ((i * 7 + q * 5) % 9) * 900 + 700)),
  })),
  format: dollars,
  formatTick: (value) => `$${Math.round(value / 1000)}K`,
};

export const areas: BarsData = {
  placement: 'beside',
  rows: [
    { label: 'Identity', text: '48 of 96', values: [48], max: 96 },
    { label: 'Apps', text: '41 of 84', values: [41], max: 84 },
    { label: 'Device', text: '22 of 62', values: [22], max: 62 },
    { label: 'Data', text: '12 of 26', values: [12], max: 26 },
  ],
};

export const budgetQuarters: BarsData = {
  series: ['Hardware', 'Labour', 'Subscription'],
  rows: [
    { label: 'Q1 2027', text: '$28,772', values: [14_900, 12_540, 1_332] },
    { label: 'Q2 2027', text: '$16,033', values: [14_950, 495, 588] },
    { label: 'Q3 2027', text: '$1,083', values: [0, 495, 588] },
    { label: 'Q4 2027', text: '$1,083', values: [0, 495, 588] },
  ],
};

export const byType: DonutData = {
  parts: [
    { name: 'Hardware', value: 29_850 },
    { name: 'Labour', value: 14_025 },
    { name: 'Subscription', value: 3_096 },
  ],
  centreNote: 'FY27',
  format: dollars,
};

export const health = { values: [68, 66, 67, 65, 66, 64, 63, 62] };
export const score = { values: here, format: percent };
