import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Accent, contrast, darkVariant, LEAST_CONTRAST, Logo, MAX_LOGO } from './branding.ts';

const colour = fc
  .tuple(...Array.from({ length: 3 }, () => fc.integer({ min: 0, max: 255 })))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`);

describe('contrast', () => {
  it('is 21 between black and white and 1 between equals', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#1f5fbf', '#1f5fbf')).toBe(1);
  });

  it('does not mind the order', () => {
    fc.assert(fc.property(colour, colour, (a, b) => contrast(a, b) === contrast(b, a)));
  });
});

describe('an accent', () => {
  it('is taken when white text on it can be read', () => {
    expect(Accent.parse('#1F5FBF')).toBe('#1f5fbf');
  });

  it('is refused when it is too light, with the remedy', () => {
    expect(Accent.safeParse('#f5d90a').error?.issues[0]?.message).toContain('Choose a darker one');
  });

  it('is refused when it is no colour', () => {
    expect(Accent.safeParse('blue').success).toBe(false);
    expect(Accent.safeParse('#12345').success).toBe(false);
  });

  it('has a variant that can be read on the dark theme, whatever it is', () => {
    fc.assert(fc.property(colour, (accent) => contrast(darkVariant(accent), '#15181c') >= LEAST_CONTRAST));
  });

  it('stays as it is on the dark theme when it can be read there', () => {
    expect(darkVariant('#6ea8f7')).toBe('#6ea8f7');
  });
});

describe('a logo', () => {
  const png = (bytes: number) =>
    `data:image/png;base64,${Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(bytes - 8)]).toString('base64')}`;

  it('may be a small PNG, JPEG or WebP', () => {
    expect(Logo.parse(png(200))).toBe(png(200));
    expect(
      Logo.safeParse(`data:image/jpeg;base64,${Buffer.from('ffd8ffe000', 'hex').toString('base64')}`).success,
    ).toBe(true);
    const webp = Buffer.concat([Buffer.from('RIFF'), Buffer.from([1, 2, 3, 4]), Buffer.from('WEBPVP8 ')]);
    expect(Logo.safeParse(`data:image/webp;base64,${webp.toString('base64')}`).success).toBe(true);
  });

  it('may be absent', () => {
    expect(Logo.parse('')).toBe('');
  });

  it('is refused above 64 kB', () => {
    expect(Logo.safeParse(png(MAX_LOGO)).success).toBe(true);
    expect(Logo.safeParse(png(MAX_LOGO + 3)).error?.issues[0]?.message).toContain('64 kB');
  });

  it.each([
    ['a vector image', `data:image/svg+xml;base64,${Buffer.from('<svg onload="x()"/>').toString('base64')}`],
    ['another file under the name of a PNG', `data:image/png;base64,${Buffer.from('<svg/>').toString('base64')}`],
    ['an address', 'https://example.com/logo.png'],
    ['text after the data', `${'data:image/png;base64,iVBORw0KGgo='}" onerror="x`],
  ])('is refused when it is %s', (_, url) => {
    expect(Logo.safeParse(url).error?.issues[0]?.message).toContain('PNG, JPEG or WebP');
  });
});
