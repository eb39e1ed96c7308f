import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Slug } from '../../../shared/identity/msp.ts';
import { slugFrom } from './slug-from.ts';

it('makes an address of a name', () => {
  expect(slugFrom('Northlight IT Partners')).toBe('northlight-it-partners');
  expect(slugFrom('Bücher & Söhne, GmbH.')).toBe('bucher-sohne-gmbh');
  expect(slugFrom('!?')).toBe('');
});

it('makes one that has the form which the API demands, as far as there are letters for it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (name) => {
      const slug = slugFrom(name);
      const refused = Slug.safeParse(slug).error?.issues.map(({ code }) => code) ?? [];
      expect(slug.length < 3 || !refused.includes('invalid_format')).toBe(true);
      expect(refused).not.toContain('too_big');
    }),
  );
});
