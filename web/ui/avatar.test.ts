import { expect, it } from 'vitest';
import { initials } from './avatar.tsx';

it.each([
  ['Tom Lindqvist', 'TL'],
  ['Dr. Ellen Marsh', 'EM'],
  ['Karen', 'K'],
  ['Ana María de la Cruz', 'AC'],
  ['émile zola', 'ÉZ'],
  ['', ''],
])('takes the initials of %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
