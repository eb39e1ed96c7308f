import { expect, it } from 'vitest';
import { inSentence } from './text.ts';

it('writes a label small inside a sentence, but no abbreviation', () => {
  expect(['Decides', 'IT liaison'].map(inSentence)).toEqual(['decides', 'IT liaison']);
});
