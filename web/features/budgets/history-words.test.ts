import { expect, it } from 'vitest';
import { historyWords } from './history-words.ts';

it('tells what happened to a budget in a few words', () => {
  const words = (verb: Parameters<typeof historyWords>[0]['verb'], ...about: string[]) =>
    historyWords({ verb, about }, 'en');
  expect(words('created', 'one', 'two')).toBe('Created');
  expect(words('budgeted', 'one')).toBe('Added 1 planner item');
  expect(words('budgeted', 'one', 'two')).toBe('Added 2 planner items');
  expect(words('sent', '2')).toBe('Sent to the client, version 2');
  expect(words('answered', '3', '1')).toBe('Answered: 3 approved, 1 rejected');
  expect(words('answered', '0', '2')).toBe('Answered: 2 rejected');
  expect(words('changed', 'title', 'internalNotes', 'dueDate')).toBe('Changed title, notes, and due date');
  expect(words('changed', 'lines')).toBe('Changed lines');
  expect(words('changed')).toBe('Changed');
  expect(words('replaced', 'other')).toBe('Replaced by a newer version');
});
