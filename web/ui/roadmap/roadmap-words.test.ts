import { expect, it } from 'vitest';
import type { RoadmapWork } from './roadmap-types.ts';
import { estimateText, type RoadmapMoney } from './roadmap-words.ts';

const money = { full: (minor: number) => `$${minor / 100}` } as RoadmapMoney;
const work: RoadmapWork = {
  id: 'a',
  title: 'Backup',
  laneId: 'software',
  status: 'proposed',
  published: true,
  amountMinor: null,
  hours: null,
};

it('tells what work costs once and what recurs, and says so when there is no estimate', () => {
  expect(estimateText({ ...work, amountMinor: 100_000, monthlyMinor: 7_200 }, money, 'en-US')).toBe(
    '$1000, $72 a month',
  );
  expect(estimateText({ ...work, annualMinor: 74_400, note: 'on hold' }, money, 'en-US')).toBe('$744 a year, on hold');
  expect(estimateText(work, money, 'en-US')).toBe('no estimate');
});
