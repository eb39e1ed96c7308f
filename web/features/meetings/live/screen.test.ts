import { describe, expect, it } from 'vitest';
import type { AgendaItem } from '../../../../shared/meetings/agenda.ts';
import { onScreen, screenItem, stepTo } from './screen.ts';

const CANARY = 'staff-only-canary';
const item = (agendaItemId: string, more: Partial<AgendaItem> = {}) =>
  ({
    agendaItemId,
    title: `Item ${agendaItemId}`,
    text: 'What the client reads',
    note: CANARY,
    purpose: 'discuss',
    visibility: 'client',
    presenterId: CANARY,
    records: [{ type: 'finding', id: CANARY }],
    exhibit: { facts: [{ label: 'Estimate', value: { kind: 'text', text: '$1' } }] },
    ...more,
  }) as AgendaItem;
const internal = { visibility: 'internal' as const, title: CANARY, text: CANARY };
const agenda = [item('a'), item('b', internal), item('c'), item('d', internal), item('e')];

describe('the screen that the client sees', () => {
  it('counts the items that the client sees, and names nothing that is for staff', () => {
    expect(screenItem(agenda, 'c')).toMatchObject({ position: 2, of: 3, title: 'Item c' });
    for (const { agendaItemId } of agenda)
      expect(JSON.stringify(screenItem(agenda, agendaItemId)) ?? '').not.toContain(CANARY);
  });

  it('shows what was decided and by whom, without the note for the minutes or its effects', () => {
    const by = { kind: 'contact' as const, id: CANARY, name: 'Dr. Marsh' };
    const said = { result: 'approved' as const, by, note: CANARY, at: CANARY, effects: [] };
    expect(screenItem([item('a', { said })], 'a')?.said).toEqual({ result: 'approved', by: 'Dr. Marsh' });
  });

  it('shows no figures that the presenter may not read', () => {
    expect(screenItem([item('a', { withheld: true })], 'a')?.exhibit.facts).toEqual([]);
  });

  it('stays where it was while the presenter looks at an internal item', () => {
    expect(onScreen(agenda, 'b', 'a')?.id).toBe('a');
    expect(onScreen(agenda, 'c', 'a')?.id).toBe('c');
    expect(onScreen(agenda, 'b', undefined)).toBeUndefined();
  });

  it('is stepped through with internal items, or over them while the presenter hides their side', () => {
    const walk = (clientOnly: boolean) => {
      const ids: string[] = [];
      for (let at = stepTo(agenda, undefined, 1, clientOnly); at; at = stepTo(agenda, at.agendaItemId, 1, clientOnly))
        ids.push(at.agendaItemId);
      return ids.join('');
    };
    expect([walk(false), walk(true)]).toEqual(['abcde', 'ace']);
    expect(stepTo(agenda, 'c', -1, true)?.agendaItemId).toBe('a');
    expect(stepTo(agenda, 'a', -1, false)).toBeUndefined();
    expect(stepTo(agenda, 'e', 1, false)).toBeUndefined();
  });
});
