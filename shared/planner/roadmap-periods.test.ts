import { describe, expect, test } from 'vitest';
import { roadmapPeriods } from './roadmap-periods.ts';

const work = (title: string, start: string | null) => ({ title, start });
const options = { today: '2026-11-23', locale: 'en-US' };
const told = (periods: ReturnType<typeof roadmapPeriods<ReturnType<typeof work>>>) =>
  periods.map(({ title, note, items }) => `${title} (${note}): ${items.map((item) => item.title).join(', ')}`);

describe('the roadmap in plain words', () => {
  test('says now, the next two quarters, later and no date', () => {
    const items = [
      work('Tigard battery backup', '2026-10-01'),
      work('Began long ago', '2026-02-01'),
      work('New imaging servers', '2027-01-01'),
      work('13 new desktops', '2027-06-30'),
      work('Firewalls, 3 offices', '2027-07-01'),
      work('Second internet line', null),
    ];
    expect(told(roadmapPeriods(items, options))).toEqual([
      'Now (until Dec 31): Tigard battery backup, Began long ago',
      'Early 2027 (Jan – Mar): New imaging servers',
      'Spring 2027 (Apr – Jun): 13 new desktops',
      'Later (Jul and after): Firewalls, 3 offices',
      'No date yet (): Second internet line',
    ]);
  });

  test('leaves out what is empty', () => {
    expect(roadmapPeriods([], options)).toEqual([]);
  });

  test('says a fiscal quarter that no word fits by its months', () => {
    const periods = roadmapPeriods([work('Wi-Fi', '2027-02-15')], { ...options, fiscalStartMonth: 2 });
    expect(told(periods)).toEqual(['Feb – Apr 2027 (): Wi-Fi']);
  });

  test('takes other words for other hemispheres', () => {
    const periods = roadmapPeriods([work('Wi-Fi', '2027-04-15')], { ...options, words: { 4: 'Autumn' } });
    expect(told(periods)).toEqual(['Autumn 2027 (Apr – Jun): Wi-Fi']);
  });
});
