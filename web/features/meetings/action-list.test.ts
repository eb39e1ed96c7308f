import { expect, it } from 'vitest';
import type { MeetingAction } from '../../../shared/meetings/action.ts';
import { isLate, withAction } from './action-list.ts';

const action = (id: string, dueDate?: string, status: MeetingAction['status'] = 'open') =>
  ({ meetingActionId: id, status, ...(dueDate ? { dueDate } : {}) }) as MeetingAction;
const ids = (data: ReturnType<typeof withAction>) =>
  data.pages.map(({ items }) => items.map((one) => one.meetingActionId).join(''));

it('lets a closed action leave the list of open ones, and a reopened one come back at its day', () => {
  const pages = [
    { items: [action('a', '2026-12-01'), action('b', '2026-12-05')], cursor: 'on' },
    { items: [action('c', '2026-12-09'), action('d')] },
  ];
  const data = { pages, pageParams: [undefined, 'on'] };
  const left = withAction(data, action('b', '2026-12-05', 'done'));
  expect(ids(left)).toEqual(['a', 'cd']);
  expect(ids(withAction(left, action('b', '2026-12-05')))).toEqual(['a', 'bcd']);
  expect(ids(withAction(left, action('b', '2026-11-30')))).toEqual(['ba', 'cd']);
  expect(ids(withAction(left, action('b')))).toEqual(['a', 'cdb']);
  expect(left.pages[0]?.cursor).toBe('on');
});

it('is late from the day after its day', () => {
  const late = (today: string) => isLate(action('a', '2026-12-05'), today);
  expect([late('2026-12-05'), late('2026-12-06')]).toEqual([false, true]);
  expect(isLate(action('a', '2026-12-05', 'done'), '2027-01-01')).toBe(false);
  expect(isLate(action('a'), '2027-01-01')).toBe(false);
});
