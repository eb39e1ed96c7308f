import { describe, expect, it } from 'vitest';
import type { RecordType } from '../../../../shared/kernel/link.ts';
import { isDecision, laterQuarters, savedTo } from './deciding.ts';
import { effectsText } from './text.ts';

const item = (purpose: 'inform' | 'decide', ...types: RecordType[]) => ({
  purpose,
  visibility: 'client' as const,
  records: types.map((type, at) => ({ type, id: `id${at}` })),
});

describe('what a meeting decides about', () => {
  it('asks for a yes or no where something hears it, or the agenda says so', () => {
    for (const type of ['planner-item', 'budget', 'finding', 'goal'] as const) {
      expect(isDecision(item('inform', type))).toBe(true);
      expect(savedTo(item('inform', type))).not.toBe(savedTo(item('decide')));
    }
    expect(isDecision(item('decide'))).toBe(true);
    expect([item('inform'), item('inform', 'device', 'device'), item('inform', 'report')].some(isDecision)).toBe(false);
    expect(savedTo(item('decide', 'device', 'device'))).toBe('Saved in the minutes');
    expect(savedTo({ ...item('decide'), visibility: 'internal' })).toMatch(/does not enter the minutes/);
  });

  it('puts work off to one of the four quarters that come, in the fiscal year of the client', () => {
    const starts = (fiscalYearStart: number) => laterQuarters('2026-11-22', fiscalYearStart).map(({ start }) => start);
    expect(starts(1)).toEqual(['2027-01-01', '2027-04-01', '2027-07-01', '2027-10-01']);
    expect(starts(2)).toEqual(['2027-02-01', '2027-05-01', '2027-08-01', '2027-11-01']);
  });

  it('tells what it changed, each once, budgets by their titles', () => {
    const answered = (id: string) => ({ record: { type: 'budget' as const, id }, did: 'answered' as const });
    const approved = { record: { type: 'planner-item' as const, id: 'p' }, did: 'approved' as const };
    const titleOf = (id: string) => (id === 'b1' ? 'IT 2027' : undefined);
    expect(effectsText([approved, answered('b1')], titleOf)).toBe(
      'Goes ahead on the roadmap, is answered in "IT 2027".',
    );
    expect(effectsText([answered('b2'), answered('b3')], titleOf)).toBe('Is answered in the budget.');
    expect(effectsText([], titleOf)).toBe('');
  });
});
