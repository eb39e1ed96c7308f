import { expect, it } from 'vitest';
import { proposedTitle } from './proposed-title.ts';

it("calls a quarterly review by the client's own quarter, and others by their type", () => {
  expect(proposedTitle('qbr', '2026-12-09', 1)).toBe('Quarterly review, Q4 2026');
  expect(proposedTitle('qbr', '2026-12-09', 7)).toBe('Quarterly review, Q2 2027');
  expect(proposedTitle('qbr', null, 1)).toBe('Quarterly review');
  expect(proposedTitle('kickoff', '2026-12-09', 1)).toBe('Kickoff');
  expect(proposedTitle('other', '2026-12-09', 1)).toBe('');
});
