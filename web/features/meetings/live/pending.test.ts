import { describe, expect, it } from 'vitest';
import type { MeetingDetail } from '../../../../shared/meetings/meeting-detail.ts';
import { laterThan, withPending } from './pending.ts';
import type { Entry } from './queue.ts';

const marsh = { kind: 'contact' as const, id: 'marsh', name: 'Dr. Marsh', present: true };
const said = { result: 'approved' as const, note: '', at: '2031-01-01T10:00:00Z', effects: [{ did: 'approved' }] };
const meeting = {
  participants: [marsh, { ...marsh, id: 'lee', name: 'Lee', present: true }],
  items: [
    { agendaItemId: 'a', spentSeconds: 60 },
    { agendaItemId: 'b', spentSeconds: 0, said, saidAt: said.at },
  ],
  actions: [],
} as unknown as MeetingDetail;
const entry = (kind: Entry['kind'], input: object, key = 'k') => ({ kind, key, title: '', input }) as Entry;
const LATE = '2031-01-01T11:00:00Z';

describe('a meeting with what is not saved yet', () => {
  it('shows words, time, people and actions as if they were saved', () => {
    const live = withPending(meeting, [
      entry('say', { agendaItemId: 'a', at: LATE, result: 'declined', note: 'Too early', by: marsh }),
      entry('time', { agendaItemId: 'a', at: LATE, spentSeconds: 90 }),
      entry('attend', { present: ['lee'] }),
      entry('addAction', { text: 'Call', owner: marsh, agendaItemId: 'a' }, 'k7'),
    ]);
    expect(live.items[0]).toMatchObject({
      said: { result: 'declined', note: 'Too early', by: { name: 'Dr. Marsh' } },
      spentSeconds: 90,
    });
    expect(live.items[0]?.said?.by).not.toHaveProperty('present');
    expect(live.unsaved).toEqual(new Set(['a']));
    expect(live.participants.map(({ present }) => present)).toEqual([false, true]);
    expect(live.actions).toMatchObject([{ meetingActionId: 'k7', owner: { name: 'Dr. Marsh' }, pending: true }]);
  });

  it('keeps what a decision did while only its note changes, and forgets it with another decision', () => {
    const say = (result: string) =>
      withPending(meeting, [entry('say', { agendaItemId: 'b', at: LATE, result, note: 'x' })]);
    expect(say('approved').items[1]?.said).toMatchObject({ note: 'x', effects: said.effects });
    expect(say('declined').items[1]?.said).toMatchObject({ effects: [] });
    expect(say('open').items[1]).not.toHaveProperty('said');
  });

  it('leaves what is newer on the server', () => {
    const old = entry('say', { agendaItemId: 'b', at: '2031-01-01T09:00:00Z', result: 'declined', note: '' });
    expect(withPending(meeting, [old]).items[1]?.said).toEqual(said);
  });

  it('is said later than what stands, whichever clock that was', () => {
    expect(laterThan({}, 1_000)).toBe('1970-01-01T00:00:01.000Z');
    expect(laterThan({ saidAt: said.at }, Date.parse(LATE))).toBe('2031-01-01T11:00:00.000Z');
    expect(laterThan({ saidAt: LATE }, Date.parse(said.at))).toBe('2031-01-01T11:00:00.001Z');
  });
});
