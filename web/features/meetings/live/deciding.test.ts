import { describe, expect, it } from 'vitest';
import type { RecordType } from '../../../../shared/kernel/link.ts';
import { answersTo, deciderOf, isDecision, laterQuarters, NOBODY, savedTo } from './deciding.ts';
import { effectsText } from './text.ts';

const item = (purpose: 'inform' | 'decide', ...types: RecordType[]) => ({
  purpose,
  visibility: 'client' as const,
  records: types.map((type, at) => ({ type, id: `id${at}` })),
});

const person = (id: string, kind: 'staff' | 'contact', present?: boolean) => ({ id, kind, name: id, present });

describe('who decides', () => {
  const olga = person('olga', 'staff', true);
  const [marsh, lee] = [person('marsh', 'contact', true), person('lee', 'contact', true)];
  const gone = { ...marsh, present: false };

  it('is whom the presenter chose, of either side, or nobody', () => {
    expect(deciderOf([olga, marsh, lee], 'lee')).toBe(lee);
    expect(deciderOf([olga, marsh, lee], 'olga')).toBe(olga);
    expect(deciderOf([olga, marsh, lee], NOBODY)).toBeUndefined();
  });

  it("is the first of the client's side in the room otherwise, also when the one who was chosen has left", () => {
    expect(deciderOf([olga, marsh, lee], undefined)).toBe(marsh);
    expect(deciderOf([olga, gone, lee], undefined)).toBe(lee);
    expect(deciderOf([olga, gone, lee], 'marsh')).toBe(lee);
    expect(deciderOf([olga, gone], 'marsh')).toBeUndefined();
    expect(deciderOf([olga, person('new', 'contact')], undefined)).toMatchObject({ id: 'new' });
  });
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

  it('answers the lines of a budget by a yes or no, and by nothing else', () => {
    const line = { budgetLineId: 'l1', label: 'Phones', minor: 1, currency: 'USD' };
    expect(answersTo([line], 'approved')).toEqual([{ budgetLineId: 'l1', decision: 'approved' }]);
    expect(answersTo([line], 'declined')).toEqual([{ budgetLineId: 'l1', decision: 'rejected' }]);
    expect(answersTo([line], 'deferred')).toEqual([]);
    expect(answersTo([], 'approved')).toEqual([]);
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
