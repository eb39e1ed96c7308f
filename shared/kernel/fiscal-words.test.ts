import { expect, it } from 'vitest';
import { quarterWords, quarterWordsOf, yearWords } from './fiscal-words.ts';

it('names fiscal years for the year in which they end, and says so unless they are calendar years', () => {
  expect([yearWords(2027, 1), yearWords(2027, 7), yearWords(2105, 2)]).toEqual(['2027', 'FY27', 'FY05']);
  expect([1, 7].map((start) => quarterWords({ year: 2027, quarter: 2 }, start))).toEqual(['Q2 2027', 'Q2 FY27']);
  expect([1, 7].map((start) => quarterWordsOf('2026-11-04', start))).toEqual(['Q4 2026', 'Q2 FY27']);
});
