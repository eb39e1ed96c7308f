import { expect, it, vi } from 'vitest';
import { actionItems, type RecordAction, type RecordRef, refsOf } from './record-actions.tsx';

const run = vi.fn();
const actions: RecordAction[] = [
  { id: 'meeting', label: 'Add to meeting', fits: () => true, run },
  { id: 'planner', label: 'Add to planner', fits: (records) => records.every(({ kind }) => kind === 'finding'), run },
];
const finding: RecordRef = { kind: 'finding', id: '1', label: 'Backup restore never tested' };
const device: RecordRef = { kind: 'device', id: '2', label: 'CRD-IMG-01' };

it('offers only what fits every record', () => {
  expect(actionItems(actions, [finding]).map(({ id }) => id)).toEqual(['meeting', 'planner']);
  expect(actionItems(actions, [finding, device]).map(({ id }) => id)).toEqual(['meeting']);
  expect(actionItems(actions, [])).toEqual([]);
});

it('runs with the records it was asked for, and says when it is done', () => {
  const done = vi.fn();
  actionItems(actions, [finding], done)[0]?.onSelect();
  expect(run).toHaveBeenCalledWith([finding], done);
});

it('takes all ticked rows or none', () => {
  const refOf = (row: RecordRef | 'dismissed') => (row === 'dismissed' ? undefined : row);
  expect(refsOf([finding, device], refOf)).toEqual([finding, device]);
  expect(refsOf([finding, 'dismissed', device], refOf)).toEqual([]);
});
