import { describe, expect, it } from 'vitest';
import { type Raised, raisedAbout, wasteOf } from './raised.ts';

const finding = (findingId: string, kind: string, recordId: string, more: Partial<Raised> = {}): Raised => ({
  findingId,
  kind,
  recordId,
  title: kind,
  risk: 'medium',
  status: 'open',
  affectedCount: 0,
  ...more,
});

const raised = [
  finding('1', 'licence-unassigned', 'SPB'),
  finding('2', 'licence-disabled', 'SPB', { affectedCount: 6, status: 'planned' }),
  finding('3', 'licence-duplicate', 'VISIOCLIENT', { affectedCount: 1 }),
  finding('4', 'secure-score', 'scid_91'),
];

describe('Findings of a tenant', () => {
  it('tell the waste of a licence by reason, unassigned seats by the count of the licence', () => {
    expect(wasteOf(raised, 'SPB', 4)).toEqual([
      { findingId: '1', word: 'unassigned', count: 4, planned: false },
      { findingId: '2', word: 'on disabled accounts', count: 6, planned: true },
    ]);
    expect(wasteOf(raised, 'POWER_BI_PRO', 0)).toEqual([]);
  });

  it('are found by the record that they are about', () => {
    expect(raisedAbout(raised, 'scid_91', (kind) => kind === 'secure-score').map(({ findingId }) => findingId)).toEqual(
      ['4'],
    );
    expect(raisedAbout(raised, 'SPB', (kind) => kind === 'secure-score')).toEqual([]);
  });
});
