import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasAll, MOST_TOKENS, startOf, type Texts, tokensOf, wordsAsked } from './tokens.ts';

const isFound = (texts: Texts, query: string) => {
  const words = wordsAsked(query);
  const [longest] = words;
  return longest !== undefined && tokensOf(texts).some((token) => token.startsWith(longest)) && hasAll(texts, words);
};

describe('a record is found', () => {
  const laptop = { label: 'LT-Denver-042', hint: '5CG-1234', also: 'Zoë Müller' };
  it.each([
    'lt',
    'DENVER',
    '042',
    'lt-denver-042',
    '5cg1234',
    '5CG-1234',
    'zoe',
    'müll',
    'MULLER zoë',
    'denver 5cg',
    'denver?',
  ])('by %s', (query) => {
    expect(isFound(laptop, query)).toBe(true);
  });

  it.each(['enver', 'denver 43', '4', '-', '  ', '#', 'denver@042'])('not by %j', (query) => {
    expect(isFound(laptop, query)).toBe(false);
  });

  it('by a name without the signs in it, as far as there is room for that', () => {
    expect(isFound({ label: 'LT-Denver-042 (Wi-Fi)', hint: '5CG1234' }, 'ltdenver')).toBe(true);
    expect(isFound({ label: 'LT-Denver-042 (Wi-Fi)', hint: '5CG1234' }, 'wifi lt')).toBe(true);
  });

  it('by a mail address as it is typed, and by what stands before the @', () => {
    const jo = { label: 'Joanna Smith', hint: 'jo.smith+it@Acme.example' };
    for (const query of ['jo.smith+it@acme.example', 'jo.smith+it@ac', 'jo.smith', 'SMITH', 'joanna jo.smith'])
      expect(isFound(jo, query), query).toBe(true);
    for (const query of ['acme', 'example', 'smith@']) expect(isFound(jo, query), query).toBe(false);
  });

  it('in any script, by words of two characters or more', () => {
    expect(isFound({ label: 'Ångström Ἀθῆναι 東京都' }, 'ang αθη 東京')).toBe(true);
    expect(tokensOf({ label: 'Plan B for a 7' })).toEqual(['plan', 'for']);
  });
});

it('tokens stand in the order of what they tell: what only this record has, its name, the rest', () => {
  const tokens = tokensOf({ label: 'One two three four five six seven', hint: 'AB-12', also: 'eight' });
  expect(tokens).toEqual(['ab12', 'one', 'two', 'three', 'four', 'five', 'six', 'seven']);
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

  it('each word among its tokens finds it, and any beginning of one, upper case or lower', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.boolean(), (record, at, upper) => {
        for (const token of tokensOf(record).filter((one) => /^[\p{L}\p{N}]+$/u.test(one))) {
          const beginning = [...token].slice(0, 2 + (at % [...token].length)).join('');
          const query =
            upper && beginning.toUpperCase().toLowerCase() === beginning ? beginning.toUpperCase() : beginning;
          expect(hasAll(record, wordsAsked(query)), query).toBe(true);
        }
      }),
    );
  });

  it('every word of a query begins in the partition that is asked', () => {
    fc.assert(
      fc.property(text, texts, (query, record) => {
        const [longest] = wordsAsked(query);
        if (longest === undefined) return;
        for (const token of tokensOf(record))
          if (token.startsWith(longest)) expect(startOf(token)).toBe(startOf(longest));
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
