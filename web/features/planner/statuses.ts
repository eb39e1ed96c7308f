import type { ItemStatus } from '../../../shared/planner/planner-item.ts';
import { ITEM_WORDS } from '../../../shared/planner/words.ts';
import { toned } from '../../ui/toned.ts';

export const STATUSES = toned<ItemStatus>(ITEM_WORDS, {
  idea: 'idle',
  proposed: 'proposed',
  presented: 'proposed',
  approved: 'info',
  scheduled: 'info',
  'in-progress': 'warn',
  'on-hold': 'idle',
  completed: 'ok',
  declined: 'bad',
  deferred: 'idle',
  cancelled: 'idle',
});
