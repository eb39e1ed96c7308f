import { describe, expect, it } from 'vitest';
import { eventOf, PortalActivityFilter, toldOf } from './portal-activity.ts';

const row = (operation: string, actorKind: 'staff' | 'client' | 'system' | 'anonymous', ...changes: object[]) => ({
  operation,
  actorKind,
  changes: changes as Parameters<typeof toldOf>[0]['changes'],
});
const changed = (entity: string, id: string, ...fields: string[]) => ({ entity, id, action: 'changed', fields });

describe('what a company is told of the audit trail', () => {
  it.each([
    ['goals.create', row('goals.create', 'staff', { entity: 'goal', id: 'g', action: 'created' })],
    ['a private note', row('planner.edit', 'staff', changed('planner-item', 'p', 'privateNote'))],
    ['a name that objects have', row('toString', 'staff', changed('budget', 'b', 'status'))],
    ['a link inside', row('identity.editClientUser', 'staff', changed('client-user', 'u', 'contactId'))],
    ['an item archived that nobody saw', row('planner.archive', 'staff', changed('planner-item', 'p', 'isArchived'))],
    ['another entity', row('reports.publish', 'staff', changed('budget', 'b', 'status'))],
    ['nobody signed in', row('budgets.send', 'anonymous', changed('budget', 'b', 'status'))],
  ])('is not %s', (_, given) => {
    expect(toldOf(given)).toBeUndefined();
  });

  it('is what was done to what it sees, and whose hand it was', () => {
    const mixed = [
      changed('planner-item', 'p', 'status'),
      changed('goal', 'g', 'status'),
      changed('planner-item', 'q', 'x'),
    ];
    expect(toldOf(row('planner-on-budget-answered', 'system', ...mixed))).toEqual({
      kind: 'roadmap',
      event: 'item-followed',
      by: 'system',
      ids: ['p'],
      seen: true,
    });
    expect(toldOf(row('portal.answer', 'client', changed('budget', 'b', 'sums')))).toMatchObject({ by: 'company' });
    const said = [changed('agenda-item', 'a', 'said'), changed('planner-item', 'p', 'status')];
    expect(toldOf(row('meetings.say', 'staff', ...said))).toMatchObject({ event: 'decision-noted', ids: ['p'] });
    expect(toldOf(row('meetings.say', 'staff', ...said, changed('budget', 'b', 'sums')))).toMatchObject({
      event: 'answer-noted',
      ids: ['b'],
    });
    expect(toldOf(row('planner.archive', 'staff', changed('planner-item', 'p', 'publishedAt')))).toMatchObject({
      event: 'item-withdrawn',
      by: 'msp',
    });
  });
});

describe('an event', () => {
  const audit = { auditId: 'a', at: '2026-11-22T10:00:00.000Z', actorId: 'dana' };
  const reader = { userId: 'eleanor', nameOf: (userId: string) => (userId === 'dana' ? 'Dana' : undefined) };
  const told = { kind: 'budgets', event: 'budget-replaced', by: 'msp', ids: ['b'], seen: true } as const;

  it('has the titles that the company sees, and no ids', () => {
    const titles = new Map([['b', 'IT budget 2031']]);
    expect(eventOf(audit, { ...told, ids: ['b', 'hidden'] }, titles, reader)).toEqual({
      eventId: 'a',
      at: audit.at,
      by: 'msp',
      name: 'Dana',
      mine: false,
      kind: 'budgets',
      event: 'budget-replaced',
      about: ['IT budget 2031'],
    });
  });

  it('about a record that the company never saw is not told, where the operation is one of drafts too', () => {
    expect(eventOf(audit, told, new Map(), reader)).toBeUndefined();
    expect(eventOf(audit, told, new Map([['b', undefined]]), reader)).toMatchObject({ about: [] });
    expect(eventOf(audit, { ...told, seen: false }, new Map(), reader)).toMatchObject({ about: [] });
  });

  it('of the product itself has no name, and one of the reader is theirs', () => {
    const titles = new Map([['b', 'X']]);
    expect(eventOf(audit, { ...told, by: 'system' }, titles, reader)).not.toHaveProperty('name');
    expect(eventOf({ ...audit, actorId: 'eleanor' }, told, titles, reader)).toMatchObject({ mine: true });
  });
});

it('is asked for by month', () => {
  expect(PortalActivityFilter.safeParse({ month: '2026-11' }).success).toBe(true);
  expect(PortalActivityFilter.safeParse({ month: '2026-13' }).error?.issues[0]?.message).toBe(
    'Choose a month such as 2026-11.',
  );
});
