import { describe, expect, it } from 'vitest';
import type { AgendaItem } from '../../../shared/meetings/agenda.ts';
import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';
import { afterEdit, meanwhile, wholeOrder, withItems } from './agenda-foresight.ts';

const item = (agendaItemId: string, minutes: number, v = 1) =>
  ({ agendaItemId, minutes, v, title: agendaItemId }) as AgendaItem;
const a = item('a', 5);
const meeting = withItems({ v: 4 } as MeetingDetail, [a, item('b', 10)]);

describe('an agenda before the server has answered', () => {
  it('has counts and order of its items', () => {
    expect(withItems(meeting, [item('b', 10), a, item('c', 3)])).toMatchObject({
      agenda: ['b', 'a', 'c'],
      itemCount: 3,
      plannedMinutes: 18,
    });
  });

  it('has a new version once a time box changed, and only then', () => {
    expect(afterEdit(meeting, a, item('a', 8, 2))).toMatchObject({ v: 5, plannedMinutes: 18 });
    expect(afterEdit(meeting, a, item('a', 5, 2))).toMatchObject({ v: 4, items: [{ v: 2 }, { v: 1 }] });
  });

  it('keeps what a later gesture did while an earlier one is answered, and takes what that one added', () => {
    const now = withItems(meeting, [{ ...a, title: 'typed' }]);
    const saved = { ...withItems(meeting, [item('a', 5, 7), item('b', 10, 2), item('c', 3)]), v: 9 };
    expect(meanwhile(now, meeting, saved)).toMatchObject({
      v: 9,
      agenda: ['a', 'c'],
      plannedMinutes: 8,
      items: [{ title: 'typed', v: 7 }, { v: 1 }],
    });
  });

  it('is sent in the order that was wished for, with what came up meanwhile behind it', () => {
    expect(wholeOrder(['b', 'a'], ['a', 'b', 'c'])).toEqual(['b', 'a', 'c']);
    expect(wholeOrder(['b', 'a'], ['a'])).toEqual(['b', 'a']);
  });
});
