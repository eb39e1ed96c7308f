import { expect, it, vi } from 'vitest';
import { actionItems, type RecordAction } from './record-actions.tsx';

const run = vi.fn();
const actions: RecordAction[] = [
  { id: 'meeting', label: 'Add to meeting', fits: () => true, run },
  { id: 'planner', label: 'Add to planner', fits: (records) => records.every(({ kind }) => kind === 'finding'), run },
];
const finding = { kind: 'finding', id: '1', label: 'Backup restore never tested' };
const device = { kind: 'device', id: '2', label: 'CRD-IMG-01' };

it('offers only what fits every record', () => {
  expect(actionItems(actions, [finding]).map(({ id }) => id)).toEqual(['meeting', 'planner']);
  expect(actionItems(actions, [finding, device]).map(({ id }) => id)).toEqual(['meeting']);
  expect(actionItems(actions, [])).toEqual([]);
});

it('runs with the records it was asked for', () => {
  actionItems(actions, [finding])[0]?.onSelect?.();
  expect(run).toHaveBeenCalledWith([finding]);
});
