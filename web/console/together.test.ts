import { expect, it } from 'vitest';
import { MOST_RECORDS } from '../../shared/meetings/kinds.ts';
import type { RecordRef } from '../ui/record-actions.tsx';
import { mayBeDiscussed, whyNotAttached, whyNotTogether } from './together.ts';

const device = (id: string, companyId?: string): RecordRef => ({ kind: 'device', id, label: id, companyId });
const many = (count: number) => Array.from({ length: count }, (_, at) => device(`${at}`, 'cedar'));

it('puts records of a known client on an agenda, and no meeting on another’s', () => {
  expect(mayBeDiscussed([device('1', 'cedar'), { ...device('2', 'cedar'), kind: 'budget' }])).toBe(true);
  expect(mayBeDiscussed([device('1', 'cedar'), { ...device('2', 'cedar'), kind: 'meeting' }])).toBe(false);
  expect(mayBeDiscussed([device('1')])).toBe(false);
});

it('says why devices cannot be added to one item', () => {
  expect(whyNotAttached(many(50))).toBeUndefined();
  expect(whyNotAttached(many(51))?.title).toBe('51 devices are too many at once');
  expect(whyNotAttached([device('1', 'cedar'), device('2', 'summit')])?.title).toBe('These belong to several clients');
});

it('says why several cannot stand on one agenda', () => {
  expect(whyNotTogether(many(MOST_RECORDS))).toBeUndefined();
  expect(whyNotTogether(many(MOST_RECORDS + 1))?.title).toBe('26 are too many for an agenda');
  expect(whyNotTogether([device('1', 'cedar'), device('2', 'summit')])?.detail).toBe(
    'A meeting is held with one client: choose records of one.',
  );
});
