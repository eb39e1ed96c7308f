import { expect, it } from 'vitest';
import type { PortalItem } from '../../../shared/portal/portal.ts';
import { roadmapItems } from './roadmap-items.ts';

const item = (plannerItemId: string, status: PortalItem['status'], startDate?: string) =>
  ({ plannerItemId, title: plannerItemId, status, startDate, waiting: plannerItemId === 'servers' }) as PortalItem;
const items = [
  item('undated', 'idea'),
  item('servers', 'presented', '2027-01-16'),
  item('battery', 'in-progress', '2026-11-01'),
  item('keys', 'completed', '2026-10-01'),
  item('edr', 'declined', '2027-02-01'),
];

it('lists the plan by date, says what waits on the client, and leaves out what was turned down', () => {
  expect(roadmapItems(items).map(({ id, note, waiting }) => [id, note, waiting])).toEqual([
    ['keys', 'Done', false],
    ['battery', 'In progress', false],
    ['servers', 'Waiting on you', true],
    ['undated', 'Idea', false],
  ]);
});
