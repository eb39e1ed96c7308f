import { expect, it } from 'vitest';
import { proposedTitle, titleOfNext } from './proposed-title.ts';

it("calls a quarterly review by the client's own quarter, and others by their type", () => {
  expect(proposedTitle('qbr', '2026-12-09', 1)).toBe('Quarterly review, Q4 2026');
  expect(proposedTitle('qbr', '2026-12-09', 7)).toBe('Quarterly review, Q2 FY27');
  expect(proposedTitle('qbr', null, 1)).toBe('Quarterly review');
  expect(proposedTitle('kickoff', '2026-12-09', 1)).toBe('Kickoff');
  expect(proposedTitle('other', '2026-12-09', 1)).toBe('');
});

it('moves the quarter of a series on, as the client counts days, and leaves its own words alone', () => {
  // The last evening of September where the client is.
  const meeting = { type: 'qbr', startsAt: '2026-10-01T01:00:00.000Z', timeZone: 'America/Los_Angeles' } as const;
  const next = (title: string) => titleOfNext({ ...meeting, title }, '2027-01-06T18:00:00.000Z', 1);
  expect(next('Quarterly review, Q3 2026')).toBe('Quarterly review, Q1 2027');
  expect(next('Quarterly review, Q4 2026')).toBe('Quarterly review, Q4 2026');
  expect(next('Board and us')).toBe('Board and us');
});
