import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brandTokens, contrastRatio, parseHex } from './brand.ts';

const rgb = (hex: string) => parseHex(hex) ?? ([0, 0, 0] as const);
const ratio = (a: string, b: string) => contrastRatio(rgb(a), rgb(b));

it('reads colours as people write them', () => {
  expect(parseHex('#1f5fbf')).toEqual([31, 95, 191]);
  expect(parseHex('15b')).toEqual([17, 85, 187]);
  expect(parseHex('blue')).toBeUndefined();
});

it('measures contrast as WCAG does', () => {
  expect(ratio('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(ratio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

describe('an MSP colour', () => {
  it('is refused when text in it could not be read, with a shade that works', () => {
    const result = brandTokens('#f5a623');
    expect(result).toMatchObject({ ok: false });
    const near = result.ok ? undefined : /#[0-9a-f]{6}/.exec(result.message)?.[0];
    expect(brandTokens(near ?? '')).toMatchObject({ ok: true });
  });

  it('is refused with a word when it is no colour', () => {
    expect(brandTokens('navy')).toMatchObject({ ok: false, message: expect.stringContaining('#1f5fbf') });
  });

  it('keeps every pair of text and ground readable in both themes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
        const result = brandTokens(`#${value.toString(16).padStart(6, '0')}`);
        if (!result.ok) return;
        const { tokens } = result;
        for (const ground of [
          '#ffffff',
          '#f7f8f9',
          '#f3f5f7',
          tokens['--brand-accent-soft'],
          tokens['--brand-selected'],
        ]) {
          expect(ratio(tokens['--brand-accent'], ground)).toBeGreaterThan(4.45);
        }
        expect(ratio('#5f6774', tokens['--brand-selected'])).toBeGreaterThan(4.45);
        expect(ratio('#8d95a2', tokens['--brand-selected-dark'])).toBeGreaterThan(4.45);
        expect(ratio(tokens['--brand-accent'], tokens['--brand-accent-ink'])).toBeGreaterThan(4.45);
        for (const ground of [
          '#15181c',
          '#0e1013',
          '#1c2026',
          tokens['--brand-accent-soft-dark'],
          tokens['--brand-selected-dark'],
        ]) {
          expect(ratio(tokens['--brand-accent-dark'], ground)).toBeGreaterThan(4.45);
        }
        expect(ratio(tokens['--brand-accent-dark'], tokens['--brand-accent-ink-dark'])).toBeGreaterThan(4.45);
      }),
    );
  });
});
