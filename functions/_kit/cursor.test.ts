import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCursor, sealCursor } from './cursor.ts';

const position = { pk: 't#a#c#b', sk: 'ct#1' };

describe('a cursor', () => {
  it('comes back as it was, for any position', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), fc.string(), (key, binding) => {
        expect(openCursor('k', binding, sealCursor('k', binding, key))).toEqual(JSON.parse(JSON.stringify(key)));
      }),
    );
  });

  it('is refused for another person, another list, another filter, or when altered', () => {
    const cursor = sealCursor('key-1', 'companies.list|null', position);
    expect(() => openCursor('key-2', 'companies.list|null', cursor)).toThrow('no longer valid');
    expect(() => openCursor('key-1', 'companies.list|{"q":"x"}', cursor)).toThrow('no longer valid');
    const other = Buffer.from(JSON.stringify({ pk: 't#z', sk: 'x' })).toString('base64url');
    expect(() => openCursor('key-1', 'companies.list|null', `${other}.${cursor.split('.')[1]}`)).toThrow(
      'no longer valid',
    );
    expect(() => openCursor('key-1', 'companies.list|null', 'nonsense')).toThrow('no longer valid');
  });
});
