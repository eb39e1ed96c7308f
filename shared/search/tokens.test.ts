import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_TOKENS, startOf, tokensOf } from './tokens.ts';

it('tokens stand in the order of what they tell: what only this record has, its name, the rest', () => {
  const tokens = tokensOf({ label: 'One two three four five six seven', hint: 'AB-12', also: 'eight' });
  expect(tokens).toEqual(['ab12', 'one', 'two', 'three', 'four', 'five', 'six', 'seven']);
  expect(tokensOf({ label: 'Plan B for a 7' })).toEqual(['plan', 'for']);
});

it('a serial number of many pieces, as virtual machines have, leaves room for the whole name', () => {
  const vmware = { label: 'HFL-DC-01', hint: 'VMware-56 4d 8b 1c 9e 2f 3a 4b-5c 6d', also: 'Jo Smith' };
  expect(tokensOf(vmware)).toEqual([
    'vmware564d8b1c9e2f3a4b5c6d',
    'hfl',
    'dc',
    '01',
    'jo',
    'smith',
    'hfldc01',
    'vmware56',
  ]);
  const hyperV = { label: 'HFL-DC-01', hint: '1234-5678-9012-3456-7890-1234-56' };
  expect(tokensOf(hyperV).slice(0, 5)).toEqual(['12345678901234567890123456', 'hfl', 'dc', '01', 'hfldc01']);
});

it('a partition is named by two characters, whole ones', () => {
  expect([startOf('denver'), startOf('hp'), startOf('𝒜𝒷𝒸')]).toEqual(['de', 'hp', '𝒜𝒷']);
});

const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.emailAddress(), fc.lorem({ maxCount: 8 }));
const texts = fc.record({
  label: text,
  hint: fc.option(text, { nil: undefined }),
  also: fc.option(text, { nil: undefined }),
});

describe('whatever a record is called', () => {
  it('it has at most eight tokens, all different, of two characters or more, none with what parts the keys', () => {
    fc.assert(
      fc.property(texts, (record) => {
        const tokens = tokensOf(record);
        expect(tokens.length).toBeLessThanOrEqual(MOST_TOKENS);
        expect(new Set(tokens).size).toBe(tokens.length);
        for (const token of tokens) {
          expect(token).not.toMatch(/[#\s]/u);
          expect([...token].length).toBeGreaterThanOrEqual(2);
          expect(token.isWellFormed() || !JSON.stringify(record).isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it('case and accents make no difference', () => {
    fc.assert(
      fc.property(texts, (record) => {
        const plain = (one?: string) => one?.normalize('NFD');
        const other = { label: plain(record.label) ?? '', hint: plain(record.hint), also: plain(record.also) };
        expect(tokensOf(other)).toEqual(tokensOf(record));
      }),
    );
  });
});
