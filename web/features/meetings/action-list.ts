import type { InfiniteData } from '@tanstack/react-query';
import type { Page } from '../../../shared/kernel/page.ts';
import type { MeetingAction } from '../../../shared/meetings/action.ts';

export const ACTION_WORDS: Record<MeetingAction['status'], string> = { open: 'Open', done: 'Done', dropped: 'Dropped' };

const isSame = (a: MeetingAction, b: MeetingAction) => a.meetingActionId === b.meetingActionId;
/** What has no day stands last, as on the server. */
const due = ({ dueDate }: MeetingAction) => dueDate ?? '9999-12-31';

/** Loaded pages of open actions once one of them changed: a closed one leaves, a reopened one comes back by its day. */
export function withAction<Cursor>(
  data: InfiniteData<Page<MeetingAction>, Cursor>,
  changed: MeetingAction,
): InfiniteData<Page<MeetingAction>, Cursor> {
  const pages = data.pages.map((page) => ({ ...page, items: page.items.filter((one) => !isSame(one, changed)) }));
  if (changed.status !== 'open') return { ...data, pages };
  const at = pages.findIndex(({ items }) => items.some((one) => due(one) > due(changed)));
  const home = at < 0 ? pages.length - 1 : at;
  return {
    ...data,
    pages: pages.map((page, index) =>
      index === home
        ? { ...page, items: [...page.items, changed].toSorted((a, b) => due(a).localeCompare(due(b))) }
        : page,
    ),
  };
}

/** Open past its day, as the client's calendar has it. */
export const isLate = ({ status, dueDate }: Pick<MeetingAction, 'status' | 'dueDate'>, today: string): boolean =>
  status === 'open' && dueDate !== undefined && dueDate < today;
