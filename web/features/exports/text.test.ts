import { expect, it } from 'vitest';
import { rowWords, sizeWords } from './text.ts';

it('says rows and sizes as people do', () => {
  expect([rowWords(0), rowWords(1), rowWords(10_000)]).toEqual(['0 rows', '1 row', '10,000 rows']);
  expect([sizeWords(120), sizeWords(12_400), sizeWords(3_260_000)]).toEqual(['1 kB', '12 kB', '3.3 MB']);
});
