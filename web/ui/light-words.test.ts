import { expect, it } from 'vitest';
import { z } from 'zod';
import { firstWords, wordsLeft } from './light-words.ts';

const schema = z.strictObject({
  name: z.string().min(1, 'Enter your name.').min(3, 'Use at least 3 characters.'),
  password: z.string().min(12, 'Use at least 12 characters.'),
});
const short = { type: 'schema', message: 'Use at least 12 characters.' } as const;
const taken = { type: 'server', message: 'This address is taken.' } as const;

it('says one thing about a field, the first', () => {
  expect(firstWords(schema.safeParse({ name: '', password: 'kettle' }))).toEqual({
    name: { type: 'schema', message: 'Enter your name.' },
    password: short,
  });
  expect(firstWords(schema.safeParse({ name: 'Tom', password: 'plum kettle orbit' }))).toEqual({});
});

it('keeps silent about fields that nobody has left yet', () => {
  expect(wordsLeft({}, { name: short, password: short }, new Set(['name']), 'name')).toEqual({ name: short });
});

it('keeps what the server said about a field until that field changes', () => {
  const left = new Set(['slug', 'password']);
  expect(wordsLeft({ slug: taken }, { password: short }, left, 'password')).toEqual({ slug: taken, password: short });
  expect(wordsLeft({ slug: taken }, { password: short }, left, 'slug')).toEqual({ password: short });
  expect(wordsLeft({ slug: short }, {}, left, 'password')).toEqual({});
});
