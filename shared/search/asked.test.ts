import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asked, hasAll, lookUps } from './asked.ts';
import { startOf, type Texts, tokensOf } from './tokens.ts';

/** What is looked up however much of it there is: the forms, and then the first piece. */
function firstOf(query: string): string[] {
  const { forms, pieces } = lookUps(asked(query));
  return [...forms, ...pieces.slice(0, 1)];
}

const isFound = (texts: Texts, query: string) =>
  firstOf(query).some((word) => tokensOf(texts).some((token) => token.startsWith(word))) && hasAll(texts, asked(query));

describe('a record is found', () => {
  const laptop = { label: 'LT-Denver-042', hint: '5CG-1234', also: 'Zoë Müller' };
  it.each([
    'lt',
    'DENVER',
    '042',
    'lt-denver-042',
    'lt-denver-0',
    'denver-042',
    'denver-lt',
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

  it.each(['enver', 'denver 43', 'denver-43', '4', '-', '  ', '#', 'denver@042'])('not by %j', (query) => {
    expect(isFound(laptop, query)).toBe(false);
  });

  it('with signs or without, whichever way it is written', () => {
    const laptop = { label: 'LT-Denver-042 (Wi-Fi)', hint: 'PF1A2B3C' };
    for (const query of ['ltdenver', 'wifi lt', 'wi-fi', 'PF-1A2B3C', 'pf-1'])
      expect(isFound(laptop, query), query).toBe(true);
    expect(isFound({ label: 'A-1 Plumbing' }, 'a-1')).toBe(true);
    expect(isFound({ label: 'B-1 Plumbing' }, 'a-1 plumbing')).toBe(false);
  });

  it('by a mail address as it is typed, and by what stands before the @', () => {
    const jo = { label: 'Joanna Smith', hint: 'jo.smith+it@Acme.example' };
    for (const query of ['jo.smith+it@acme.example', 'jo.smith+it@ac', 'jo.smith', 'SMITH', 'joanna jo.smith'])
      expect(isFound(jo, query), query).toBe(true);
    for (const query of ['acme', 'example', 'smith@']) expect(isFound(jo, query), query).toBe(false);
  });

  it('in any script, by words of two characters or more', () => {
    expect(isFound({ label: 'Ångström Ἀθῆναι 東京都' }, 'ang αθη 東京')).toBe(true);
  });
});

describe('looked up are', () => {
  it.each([
    ['firewall', [], ['firewall']],
    ['the new firewall', [], ['firewall', 'the', 'new']],
    // Names of devices: the piece that few have stands before those that all have.
    ['DESKTOP-4F7K2Q1', ['desktop4f7k2q1'], ['4f7k2q1', 'desktop']],
    ['desktop-4f', ['desktop4f'], ['4f', 'desktop']],
    ['desktop-4', ['desktop4'], ['desktop']],
    ['HFL-DESKTOP-012', ['hfldesktop012'], ['012', 'desktop', 'hfl']],
    ['crd-workstation-07 laptop', ['crdworkstation07'], ['07', 'workstation', 'laptop', 'crd']],
    ['budget 2031', [], ['budget', '2031']],
    ['a-1', ['a1'], []],
    // Of an initial and a name that hundreds have.
    ['j.smith', ['jsmith', 'j.smith'], ['smith']],
    ['j.smith@acme.example', [], ['j.smith@acme.example']],
    ['wi-fi lt-denver', ['ltdenver'], ['denver', 'wi', 'fi', 'lt']],
    ['- # x', [], []],
  ])('of %s the forms %j and the pieces %j', (query, forms, pieces) => {
    expect(lookUps(asked(query))).toEqual({ forms, pieces });
  });
});

const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.emailAddress(), fc.lorem({ maxCount: 8 }));
const texts = fc.record({
  label: text,
  hint: fc.option(text, { nil: undefined }),
  also: fc.option(text, { nil: undefined }),
});
/** Names as administrators give them: `HFL-DESKTOP-012`. */
const piece = fc.stringMatching(/^[a-zA-Z0-9]{1,9}$/);
const name = fc.tuple(fc.array(piece, { minLength: 2, maxLength: 4 }), fc.constantFrom('-', '_', '.'));

describe('whatever a record is called', () => {
  it('each word among its tokens finds it, and any beginning of one, upper case or lower', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.boolean(), (record, at, upper) => {
        for (const token of tokensOf(record).filter((one) => /^[\p{L}\p{N}]+$/u.test(one))) {
          const beginning = [...token].slice(0, 2 + (at % [...token].length)).join('');
          const query =
            upper && beginning.toUpperCase().toLowerCase() === beginning ? beginning.toUpperCase() : beginning;
          expect(hasAll(record, asked(query)), query).toBe(true);
        }
      }),
    );
  });

  it('a name of several pieces finds it, and any beginning of the name, by a word that holds all that was typed', () => {
    fc.assert(
      fc.property(name, fc.nat(), ([pieces, sign], at) => {
        const label = pieces.join(sign);
        const typed = label.slice(0, 2 + (at % (label.length - 1)));
        const all = typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
        if (all.length < 2) return;
        expect(firstOf(typed)[0]).toBe(all);
        expect(tokensOf({ label }).some((token) => token.startsWith(all))).toBe(true);
        expect(hasAll({ label }, asked(typed))).toBe(true);
      }),
    );
  });

  it('and so does the end of such a name, by each of its pieces', () => {
    fc.assert(
      fc.property(name, fc.nat(), ([pieces, sign], at) => {
        const end = pieces.slice(at % pieces.length).join(sign);
        const label = pieces.join(sign);
        const { pieces: words } = lookUps(asked(end));
        for (const word of words) expect(tokensOf({ label }).some((token) => token.startsWith(word))).toBe(true);
        if (words.length > 0) expect(hasAll({ label }, asked(end))).toBe(true);
      }),
    );
  });
});

it('whatever is typed, each word that is looked up has its tokens in one partition, and a record that has all has it', () => {
  fc.assert(
    fc.property(text, texts, (query, record) => {
      const { forms, pieces } = lookUps(asked(query));
      for (const word of [...forms, ...pieces]) {
        expect(word).not.toMatch(/[#\s]/u);
        for (const token of tokensOf(record)) if (token.startsWith(word)) expect(startOf(token)).toBe(startOf(word));
      }
      expect(new Set(pieces).size).toBe(pieces.length);
      expect(forms.length + pieces.length === 0).toBe(asked(query).length === 0);
    }),
  );
});
