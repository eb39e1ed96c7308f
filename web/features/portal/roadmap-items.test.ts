import { expect, it } from 'vitest';
import type { PortalItem } from '../../../shared/portal/portal.ts';
import { itemWord, roadmapItems } from './roadmap-items.ts';

const item = (plannerItemId: string, status: PortalItem['status'], startDate?: string) =>
  ({ plannerItemId, title: plannerItemId, status, startDate, waiting: plannerItemId === 'servers' }) as PortalItem;
const items = [
  item('undated', 'idea'),
  item('servers', 'presented', '2027-01-16'),
  item('battery', 'in-progress', '2026-11-01'),
  item('keys', 'completed', '2026-10-01'),
  item('edr', 'declined', '2027-02-01'),
];

it('lists the plan by date, says what waits for the client, and leaves out what was turned down', () => {
  expect(roadmapItems(items).map(({ id, note, waiting }) => [id, note, waiting])).toEqual([
    ['keys', 'Done', false],
    ['battery', 'In progress', false],
    ['servers', 'Waiting for you', true],
    ['undated', 'Idea', false],
  ]);
});

it('says of one piece of work what reports and minutes say of it', () => {
  const word = (status: PortalItem['status']) => itemWord({ status, waiting: false });
  expect([word('presented'), word('declined'), word('cancelled')]).toEqual(['Proposed', 'Not now', 'Not planned']);
});
