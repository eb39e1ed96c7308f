import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asked as askedBy, lookUps } from '../../shared/search/asked.ts';
import { SEARCH_TYPES } from '../../shared/search/search.ts';
import { startOf, tokensOf } from '../../shared/search/tokens.ts';
import { lookUp, partitionOf } from './look-up.ts';
import { TokenEntity } from './search.entity.ts';

interface Key {
  pk: string;
  sk: string;
}

const id = fc.stringMatching(/^[0-7][0-9a-hjkmnp-tv-z]{25}$/);
const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.emailAddress());
const type = fc.constantFrom(...SEARCH_TYPES);

const keyOf = (mspId: string, token: string, of: (typeof SEARCH_TYPES)[number], recordId: string): Key =>
  TokenEntity.get({ mspId, start: partitionOf(of, token), token, type: of, recordId }).params<{ Key: Key }>({
    table: 'app',
  }).Key;

/** What DynamoDB is asked: a partition and the bounds in it. */
function asked(mspId: string, what: 'clients' | 'records', word: string): { pk: string; from: string; to: string } {
  const { ExpressionAttributeValues: values } = lookUp(mspId, what, word).params<{
    ExpressionAttributeValues: Record<string, string>;
  }>({ table: 'app' });
  return { pk: values[':pk'] ?? '', from: values[':sk1'] ?? '', to: values[':sk2'] ?? '' };
}

/** DynamoDB orders strings by their UTF-8 bytes. */
const isWithin = (sk: string, { from, to }: { from: string; to: string }) =>
  Buffer.compare(Buffer.from(sk), Buffer.from(from)) >= 0 && Buffer.compare(Buffer.from(sk), Buffer.from(to)) <= 0;

describe('the keys of the index', () => {
  it('different tokens of different records of different MSPs never share a key', () => {
    const tuple = fc.tuple(id, text, type, id);
    fc.assert(
      fc.property(tuple, tuple, ([msp, label, kind, recordId], [msp2, label2, kind2, recordId2]) => {
        const [token, token2] = [tokensOf({ label })[0], tokensOf({ label: label2 })[0]];
        if (token === undefined || token2 === undefined) return;
        const same = JSON.stringify([msp, token, kind, recordId]) === JSON.stringify([msp2, token2, kind2, recordId2]);
        const [a, b] = [keyOf(msp, token, kind, recordId), keyOf(msp2, token2, kind2, recordId2)];
        expect(a.pk === b.pk && a.sk === b.sk).toBe(same);
      }),
    );
  });

  it('no query, whatever is typed, leaves the MSP or begins to match in the type or the id', () => {
    fc.assert(
      fc.property(id, id, fc.oneof(text, type, id), text, type, id, (msp, other, query, label, kind, recordId) => {
        const { forms, pieces } = lookUps(askedBy(query));
        for (const word of [...forms, ...pieces]) {
          const what = kind === 'client' ? 'clients' : 'records';
          const range = asked(msp, what, word);
          expect(range.pk).toBe(`t#${msp}#s#${kind === 'client' ? 'clients' : startOf(word)}`);
          expect(range.pk.split('#')).toHaveLength(4);
          expect(asked(msp, what === 'clients' ? 'records' : 'clients', word).pk).not.toBe(range.pk);
          for (const token of tokensOf({ label })) {
            const key = keyOf(msp, token, kind, recordId);
            expect(key.pk === range.pk && isWithin(key.sk, range)).toBe(token.startsWith(word));
            if (other !== msp) expect(keyOf(other, token, kind, recordId).pk).not.toBe(range.pk);
          }
        }
      }),
    );
  });
});
