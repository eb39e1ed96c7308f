import { describe, expect, it } from 'vitest';
import type { MeetingDetail } from '../../../../shared/meetings/meeting-detail.ts';
import { type Correction, corrected, presentOf, wordOf } from './corrections.ts';

const NOON = '2031-01-01T12:00:00.000Z';
const marsh = { kind: 'contact' as const, id: 'marsh', name: 'Dr. Marsh', present: true };
const [lee, olga] = [
  { ...marsh, id: 'lee', name: 'Lee' },
  { kind: 'staff' as const, id: 'olga', name: 'Olga Owner', present: false },
];
const named = { kind: 'contact' as const, id: 'marsh', name: 'Dr. Marsh' };
const said = { result: 'approved' as const, by: named, note: 'Lease', at: NOON, effects: [{ did: 'approved' }] };
const meeting = {
  participants: [marsh, lee, olga],
  items: [
    { agendaItemId: 'a', updatedAt: NOON, said, saidAt: NOON },
    { agendaItemId: 'b', updatedAt: NOON },
  ],
} as unknown as MeetingDetail;
const [a, b] = meeting.items as [MeetingDetail['items'][number], MeetingDetail['items'][number]];
const NOW = Date.parse('2031-01-02T09:00:00Z');

describe('the word that a correction sends', () => {
  it('changes one field and says the rest as it stands, with names of people left out', () => {
    const ref = { kind: 'contact', id: 'marsh' };
    const at = '2031-01-02T09:00:00.000Z';
    expect(wordOf(a, { result: 'declined' }, NOW)).toEqual({ at, result: 'declined', note: 'Lease', by: ref });
    expect(wordOf(a, { note: '' }, NOW)).toEqual({ at, result: 'approved', note: '', by: ref });
    expect(wordOf(a, { by: { kind: 'contact', id: 'lee' } }, NOW)).toMatchObject({ by: { id: 'lee' }, note: 'Lease' });
    expect(wordOf(a, { by: undefined }, NOW)).not.toHaveProperty('by');
    expect(wordOf(b, { note: 'Came up' }, NOW)).toEqual({ at, result: 'discussed', note: 'Came up' });
  });

  it('is later than what stands, whichever clock that was', () => {
    expect(wordOf(a, { note: 'x' }, Date.parse(NOON) - 60_000).at).toBe('2031-01-01T12:00:00.001Z');
  });
});

describe('who was there', () => {
  it('changes by one person', () => {
    expect(presentOf(meeting.participants, { participantId: 'marsh', present: false })).toEqual(['lee']);
    expect(presentOf(meeting.participants, { participantId: 'olga', present: true })).toEqual(['marsh', 'lee', 'olga']);
    expect(presentOf(meeting.participants, { participantId: 'lee', present: true })).toEqual(['marsh', 'lee']);
  });
});

describe('a meeting whose corrections are under way', () => {
  const shown = (...underWay: Correction[]) => corrected(meeting, underWay);

  it('shows all of them at once, and none of what they did not change', () => {
    const now = shown(
      { participantId: 'marsh', present: false },
      { participantId: 'lee', present: false },
      { agendaItemId: 'a', said: { result: 'declined' } },
      { agendaItemId: 'a', said: { by: { kind: 'contact', id: 'lee' } } },
      { agendaItemId: 'b', said: { result: 'skipped' } },
    );
    expect(now.participants.map(({ present }) => present)).toEqual([false, false, false]);
    expect(now.items[0]?.said).toMatchObject({ result: 'declined', by: { name: 'Lee' }, note: 'Lease', effects: [] });
    expect(now.items[1]?.said).toMatchObject({ result: 'skipped', note: '' });
  });

  it('keeps what a decision did while only its decider changes, who may have left the list, or be nobody', () => {
    const { participants } = shown();
    expect(participants).toEqual(meeting.participants);
    const nobody = shown({ agendaItemId: 'a', said: { by: undefined } }).items[0]?.said;
    expect(nobody).toMatchObject({ effects: said.effects });
    expect(nobody?.by).toBeUndefined();
    const gone = corrected({ ...meeting, participants: [lee] }, [{ agendaItemId: 'a', said: { result: 'deferred' } }]);
    expect(gone.items[0]?.said?.by).toEqual(named);
  });

  it('leaves a note to its own field until it is saved', () => {
    expect(shown({ agendaItemId: 'a', said: { note: 'Other' } }).items[0]).toBe(a);
    expect(shown({ agendaItemId: 'b', said: { note: 'Other' } }).items[1]).toBe(b);
  });
});
