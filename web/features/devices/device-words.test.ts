import { describe, expect, it } from 'vitest';
import { historyWords } from './history-words.ts';
import { syncedText } from './synced-text.ts';
import { makeOf } from './text.ts';

describe('words about a device', () => {
  it('tell what happened by its fields', () => {
    expect(historyWords({ verb: 'changed', about: ['user', 'site', 'warrantyEnd'] })).toBe(
      'Changed user, site and warranty ends',
    );
    expect(historyWords({ verb: 'changed', about: ['unheard-of'] })).toBe('Changed');
    expect(historyWords({ verb: 'archived', about: [] })).toBe('Retired');
    expect(historyWords({ verb: 'on-agenda', about: ['id'] })).toBe('Put on an agenda');
  });

  it('tell what a sync says beside what a person entered', () => {
    const says = (field: Parameters<typeof syncedText>[0], value: string | number | null) =>
      syncedText(field, value, 'USD', 'en-US');
    expect(says('user', 'ana')).toBe('ana');
    expect(says('user', null)).toBe('nothing');
    expect(says('type', 'access-point')).toBe('Access point');
    expect(says('warrantyEnd', '9999-12-31')).toBe('without end');
    expect(says('costMinor', 120_000)).toBe('$1,200');
  });

  it('name the make once', () => {
    expect(makeOf({ manufacturer: 'Dell', model: 'Latitude 5440' })).toBe('Dell Latitude 5440');
    expect(makeOf({ manufacturer: 'Dell', model: 'Dell Latitude 5440' })).toBe('Dell Latitude 5440');
    expect(makeOf({ manufacturer: 'Dell', model: undefined })).toBe('Dell');
    expect(makeOf({ manufacturer: undefined, model: undefined })).toBeUndefined();
  });
});
