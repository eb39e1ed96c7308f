import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgendaItem, Result } from './agenda.ts';
import { draftSummary, minutesOf } from './minutes.ts';
import { SHIPPED_TEMPLATES } from './shipped-templates.ts';
import { type Candidate, staleness, suggest } from './suggesting.ts';
import { timeText } from './time-text.ts';
import { isUnresolved } from './unresolved.ts';
import { valueText } from './words.ts';

const ID = '01k9zcedar0000000000000001';
const stamp = {
  mspId: ID,
  v: 1,
  createdAt: '2026-11-01T00:00:00.000Z',
  createdBy: ID,
  updatedAt: '2026-11-01T00:00:00.000Z',
  updatedBy: ID,
  source: 'manual' as const,
};
let counter = 0;
function item(facts: Partial<AgendaItem> = {}, result?: Exclude<Result, 'open'>): AgendaItem {
  counter += 1;
  return {
    ...stamp,
    companyId: ID,
    meetingId: ID,
    agendaItemId: `01k9zcedar00000000000001${String(counter).padStart(2, '0')}`,
    title: `Item ${counter}`,
    minutes: 5,
    purpose: 'decide',
    visibility: 'client',
    standing: false,
    text: '',
    note: 'CANARY for the presenter',
    records: [],
    exhibit: { facts: [] },
    exhibitAt: stamp.createdAt,
    spentSeconds: 0,
    ...(result ? { said: { result, note: '', at: stamp.createdAt, effects: [] } } : {}),
    ...facts,
  };
}
const meeting = {
  ...stamp,
  companyId: ID,
  meetingId: ID,
  title: 'Quarterly review',
  type: 'qbr' as const,
  status: 'minutes' as const,
  startsAt: '2026-12-08T18:00:00.000Z',
  durationMinutes: 60,
  timeZone: 'America/Los_Angeles',
  hostId: ID,
  itemCount: 0,
  plannedMinutes: 0,
  people: 2,
  place: 'Teams',
  preparation: 'CANARY of the preparation',
  participants: [
    { kind: 'contact' as const, id: ID, name: 'Dr. Marsh', present: true },
    { kind: 'staff' as const, id: ID, name: 'Tom Lindqvist' },
  ],
  agenda: [],
  invitation: 1,
  summary: 'We agreed.',
};

describe('minutes', () => {
  it('leave out what is internal, with everything that was said and promised about it', () => {
    const internal = item({ title: 'CANARY margin', visibility: 'internal' }, 'discussed');
    const shown = item({ title: 'Imaging servers' }, 'approved');
    const promise = (text: string, agendaItemId?: string, status: 'open' | 'dropped' = 'open') => ({
      ...stamp,
      companyId: ID,
      meetingId: ID,
      meetingActionId: ID,
      text,
      status,
      ...(agendaItemId ? { agendaItemId } : {}),
    });
    const minutes = minutesOf({
      meeting,
      items: [internal, shown],
      actions: [
        promise('CANARY raise the price', internal.agendaItemId),
        promise('CANARY dropped', undefined, 'dropped'),
        promise('Book both weekends', shown.agendaItemId),
        promise('Send the plan'),
      ],
    });
    expect(JSON.stringify(minutes)).not.toContain('CANARY');
    expect(minutes.items).toMatchObject([
      { title: 'Imaging servers', result: 'approved', actions: ['Book both weekends'] },
    ]);
    expect(minutes.actions.map(({ text }) => text)).toEqual(['Book both weekends', 'Send the plan']);
    expect([minutes.present, minutes.absent]).toEqual([['Dr. Marsh'], ['Tom Lindqvist']]);
  });

  it('begin with what was decided, counted from what was said', () => {
    const items = [
      item({ title: 'Servers' }, 'approved'),
      item({ title: 'Wi-Fi' }, 'declined'),
      item({ title: 'Phones' }, 'deferred'),
      item({ title: 'Score' }, 'skipped'),
      item({ title: 'Not reached' }),
      item({ title: 'Among us', visibility: 'internal' }, 'approved'),
    ];
    expect(draftSummary({ items, actions: [] })).toBe(
      'We went through 3 of 5 items. Approved: "Servers". Declined: "Wi-Fi". Put off: "Phones". No actions were agreed.',
    );
  });
});

describe('what is carried on', () => {
  const record = [{ type: 'planner-item' as const, id: ID }];
  it.each([
    ['was not reached', item(), true],
    ['was put off', item({}, 'deferred'), true],
    ['was skipped', item({}, 'skipped'), true],
    ['was decided', item({}, 'approved'), false],
    ['was declined', item({}, 'declined'), false],
    ['is a note that was talked about', item({}, 'discussed'), false],
    ['asks for a decision and was only talked about', item({ records: record }, 'discussed'), true],
    ['informs and was talked about', item({ records: record, purpose: 'inform' }, 'discussed'), false],
    ['shows the client’s data', item({ topic: 'goals' }), false],
    ['comes with every agenda', item({ standing: true }), false],
  ])('what %s', (_, one, carried) => {
    expect(isUnresolved(one)).toBe(carried);
  });
});

describe('suggestions', () => {
  const candidate = (id: number, facts: Partial<Candidate> = {}): Candidate => ({
    record: { type: 'finding', id: String(id) },
    title: `Finding ${id}`,
    why: '',
    minutes: 8,
    risk: 2,
    value: 2,
    waitingDays: 0,
    ...facts,
  });

  it('put first what is risky, worth it and old, and mark what still fits', () => {
    const found = suggest(
      [
        candidate(1),
        candidate(2, { risk: 4, waitingDays: 90 }),
        candidate(3, { value: 4, minutes: 20 }),
        candidate(4, { risk: 1 }),
      ],
      20,
      new Set(['finding/4']),
    );
    expect(found.map(({ record, score, fits }) => [record.id, score, fits])).toEqual([
      ['2', 16, true],
      ['3', 8, false],
      ['1', 4, true],
    ]);
  });

  it('never plan more time than is left, and waiting longer never makes anything less urgent', () => {
    const some = fc.array(
      fc.record({
        minutes: fc.integer({ min: 1, max: 60 }),
        risk: fc.integer({ min: 1, max: 4 }),
        value: fc.integer({ min: 1, max: 4 }),
        waitingDays: fc.integer({ min: 0, max: 900 }),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(some, fc.integer({ min: -30, max: 120 }), (all, left) => {
        const found = suggest(
          all.map((facts, id) => candidate(id, facts)),
          left,
          new Set(),
        );
        const planned = found.filter(({ fits }) => fits).reduce((sum, { minutes }) => sum + minutes, 0);
        expect(planned).toBeLessThanOrEqual(Math.max(0, left));
        expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a));
      }),
    );
    fc.assert(fc.property(fc.nat(2_000), fc.nat(2_000), (a, b) => staleness(a) <= staleness(a + b)));
  });
});

describe('shipped templates', () => {
  it.each(SHIPPED_TEMPLATES.map((one) => [one.name, one] as const))('%s fits its time', (_, template) => {
    const minutes = template.items.reduce((sum, one) => sum + one.minutes, 0);
    expect(minutes).toBeLessThanOrEqual(template.durationMinutes);
    expect(new Set(template.items.map(({ title }) => title)).size).toBe(template.items.length);
  });
});

describe('words', () => {
  it('tell a time as people in its zone read it', () => {
    expect(timeText('2026-12-08T18:00:00.000Z', 60, 'America/Los_Angeles', 'en-US')).toBe(
      'Tuesday, December 8, 2026, 10:00 – 11:00 AM PST',
    );
  });

  it.each([
    [{ kind: 'money', minor: 2_150_000, currency: 'USD' }, '$21,500'],
    [{ kind: 'period', from: '2027-01-16', to: '2027-02-14' }, 'Jan 16, 2027 to Feb 14, 2027'],
    [{ kind: 'percent', percent: 46.25 }, '46.3%'],
    [{ kind: 'number', number: 1_250 }, '1,250'],
    [{ kind: 'text', text: 'No date yet' }, 'No date yet'],
    [{ kind: 'date', date: '2027-01-12' }, 'Jan 12, 2027'],
  ] as const)('write %o as %s', (value, words) => {
    expect(valueText(value, 'en-US')).toBe(words);
  });
});
