import { expect, it } from 'vitest';
import { fileError, fileSize, kinds } from './file-rules.ts';

const logo = { accept: ['image/png', 'image/svg+xml'], maxBytes: 1_000_000 };

it('takes a file of the right kind and size', () => {
  expect(fileError({ name: 'logo.png', type: 'image/png', size: 20_000 }, logo)).toBeUndefined();
  expect(fileError({ name: 'Devices.CSV', type: '', size: 10 }, { accept: ['.csv'], maxBytes: 100 })).toBeUndefined();
});

it('says what is wrong and what would do', () => {
  expect(fileError({ name: 'a.pdf', type: 'application/pdf', size: 5 }, logo)).toBe('a.pdf is not one of PNG, SVG.');
  expect(fileError({ name: 'a.png', type: 'image/png', size: 2_430_000 }, logo)).toBe(
    'a.png is 2.4 MB. The most is 1 MB.',
  );
  expect(fileError({ name: 'a.png', type: 'image/png', size: 0 }, logo)).toBe('a.png is empty.');
});

it('names kinds and sizes in plain words', () => {
  expect(kinds(['image/svg+xml', '.csv'])).toBe('SVG, CSV');
  expect([fileSize(12), fileSize(850_400), fileSize(2_430_000)]).toEqual(['12 bytes', '850 kB', '2.4 MB']);
});
