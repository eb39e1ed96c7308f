import { expect, it } from 'vitest';
import { newSentences } from './new-sentences.ts';

it('marks the sentences that the client has not read', () => {
  const marked = newSentences('We move both. No day is lost.\n\nOld images stay.', 'We move both. Two days are lost.');
  expect(marked).toEqual([
    [
      { text: 'We move both.', isNew: false },
      { text: 'No day is lost.', isNew: true },
    ],
    [{ text: 'Old images stay.', isNew: true }],
  ]);
});

it('marks nothing while nothing was published, and everything where the published note is empty', () => {
  expect(newSentences('Hello there.', undefined)).toEqual([[{ text: 'Hello there.', isNew: false }]]);
  expect(newSentences('Hello there.', '')).toEqual([[{ text: 'Hello there.', isNew: true }]]);
  expect(newSentences('', 'Old.')).toEqual([]);
});
