import { expect, it } from 'vitest';
import type { Activity } from '../../../shared/platform/activity.ts';
import { historyWords } from './history-words.ts';

const words = (verb: Activity['verb'], about: string[] = [], fiscalYearStart = 1) =>
  historyWords({ verb, about }, { fiscalYearStart, locale: 'en-US' });

it('names changed fields once, as the page names them, and tells none that it does not show', () => {
  expect(words('changed', ['hours', 'hoursLow', 'costs', 'publicNote'])).toBe('Changed hours, costs, and public note');
  expect(words('changed', ['ratePerHour'])).toBe('Changed');
});

it('says where an item went', () => {
  expect(words('moved', ['2027-01-16'])).toBe('Moved to Q1 2027');
  expect(words('moved', ['2026-11-01'], 7)).toBe('Moved to Q2 FY27');
  expect(words('moved', ['unscheduled'])).toBe('Taken off its date');
});

it('says what a meeting did with it', () => {
  expect(words('on-agenda', ['id'])).toBe('Put on an agenda');
  expect(words('deferred')).toBe('Put off by the client');
});

it('says which version the client got', () => {
  expect(words('published', ['3'])).toBe('Published version 3');
  expect(words('withdrawn')).toBe('Withdrawn from the client');
});
