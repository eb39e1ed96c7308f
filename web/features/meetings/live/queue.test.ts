import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY, type Entry, isWord, nextOf, nextRelease, type Queue, type Step, stepped } from './queue.ts';

const one = { companyId: 'c', meetingId: 'm' };
const marsh = { kind: 'contact' as const, id: 'marsh' };

let keys = 0;
const keyed = (kind: Entry['kind'], input: object, more: Partial<Entry> = {}): Entry => {
  keys += 1;
  return { key: `k${keys}`, title: 'Servers', kind, input: { ...one, ...input }, ...more } as Entry;
};
const say = (agendaItemId: string, input: object, more?: Partial<Entry>) =>
  keyed('say', { agendaItemId, at: '2031-01-01T10:00:00Z', note: '', ...input }, more);
const time = (agendaItemId: string, spentSeconds: number) =>
  keyed('time', { agendaItemId, at: '2031-01-01T10:00:00Z', note: '', spentSeconds });
const action = (text: string) => keyed('addAction', { text });

const played = (...steps: Step[]) => steps.reduce(stepped, EMPTY);
const add = (entry: Entry): Step => ({ step: 'added', entry });
const inputs = ({ waiting }: Queue) => waiting.map(({ kind, input }) => ({ kind, ...input }));

describe('what waits to be sent', () => {
  it('goes in the order in which it was said, each under its own key', () => {
    const [a, b, c] = [say('1', { result: 'approved' }), action('Call the landlord'), say('2', { result: 'declined' })];
    let queue = played(add(a), add(b), add(c));
    const sent: string[] = [];
    for (let next = nextOf(queue, 0); next; next = nextOf(queue, 0)) {
      sent.push(next.key);
      queue = stepped(queue, { step: 'sending', key: next.key });
      expect(nextOf(queue, 0)).toBeUndefined();
      queue = stepped(queue, { step: 'saved', key: next.key });
    }
    expect(sent).toEqual([a.key, b.key, c.key]);
    expect(queue).toMatchObject({ waiting: [], saved: 3 });
  });

  it('is the newest word on an item, with the quarter that only an older one named', () => {
    const deferTo = '2031-04-01';
    const queue = played(
      add(say('1', { result: 'approved', spentSeconds: 40 })),
      add(say('2', { result: 'discussed' })),
      add(say('1', { result: 'deferred', by: marsh, deferTo })),
      add(say('1', { result: 'deferred', by: marsh, note: 'After the lease', spentSeconds: 30 })),
    );
    expect(inputs(queue)).toMatchObject([
      { agendaItemId: '1', result: 'deferred', deferTo, note: 'After the lease', spentSeconds: 40 },
      { agendaItemId: '2' },
    ]);
    const changed = stepped(queue, add(say('1', { result: 'approved', by: marsh })));
    expect(changed.waiting[0]?.input).not.toHaveProperty('deferTo');
  });

  it('keeps every action, the newest list of people, and the time of an item apart from its word', () => {
    const queue = played(
      add(action('A')),
      add(keyed('attend', { present: ['x'] })),
      add(time('1', 90)),
      add(say('1', { result: 'approved' })),
      add(action('B')),
      add(time('1', 60)),
      add(keyed('attend', { present: ['x', 'y'] })),
    );
    expect(inputs(queue)).toMatchObject([
      { kind: 'addAction', text: 'A' },
      { kind: 'attend', present: ['x', 'y'] },
      { kind: 'time', spentSeconds: 90 },
      { kind: 'say', result: 'approved' },
      { kind: 'addAction', text: 'B' },
    ]);
    expect(queue.waiting.filter(isWord)).toHaveLength(4);
  });

  it('never changes what is under way: a newer word follows, and takes its place when no answer comes', () => {
    const first = say('1', { result: 'deferred', by: marsh, deferTo: '2031-04-01' });
    const under = played(add(first), { step: 'sending', key: first.key });
    const second = say('1', { result: 'deferred', by: marsh, note: 'Lease' });
    const both = stepped(under, add(second));
    expect(both.waiting.map(({ key }) => key)).toEqual([first.key, second.key]);
    const lost = stepped(both, { step: 'lost', key: first.key });
    expect(inputs(lost)).toMatchObject([{ deferTo: '2031-04-01', note: 'Lease' }]);
    expect(lost).toMatchObject({ isCutOff: true });
    expect(stepped(under, { step: 'undone', key: first.key })).toBe(under);
  });

  it('is tried again under the same key after no answer came', () => {
    const entry = action('A');
    const lost = played(add(entry), { step: 'sending', key: entry.key }, { step: 'lost', key: entry.key });
    expect(nextOf(lost, 0)).toEqual(entry);
    expect(stepped(lost, { step: 'saved', key: entry.key })).toMatchObject({ isCutOff: false, saved: 1 });
  });

  it('goes on behind a refusal, which says why and can be tried again, dropped, or said anew', () => {
    const [bad, good] = [say('1', { result: 'approved' }), action('A')];
    const refused = played(
      add(bad),
      add(good),
      { step: 'sending', key: bad.key },
      { step: 'refused', key: bad.key, why: 'No.' },
    );
    expect(refused.refused).toEqual([{ entry: bad, why: 'No.' }]);
    expect(nextOf(refused, 0)).toEqual(good);
    expect(stepped(refused, { step: 'retried', key: bad.key }).waiting).toEqual([good, bad]);
    expect(stepped(refused, { step: 'dropped', key: bad.key }).refused).toEqual([]);
    expect(stepped(refused, add(say('1', { result: 'declined' }))).refused).toEqual([]);
  });

  it('says nothing of time that was refused', () => {
    const entry = time('1', 60);
    expect(played(add(entry), { step: 'refused', key: entry.key, why: 'No.' })).toMatchObject({
      waiting: [],
      refused: [],
    });
  });

  it('is held back while it can be taken back, and then what it replaced comes back', () => {
    const first = say('1', { result: 'approved' }, { heldUntil: 100 });
    const second = say('1', { result: 'declined' }, { heldUntil: 200 });
    const queue = played(add(first), add(second), add(action('A')));
    expect(nextRelease(queue)).toBe(200);
    expect(nextOf(queue, 0)).toMatchObject({ kind: 'addAction' });
    expect(nextOf(queue, 200)).toMatchObject({ key: second.key });
    expect(stepped(queue, { step: 'undone', key: second.key }).waiting[0]).toEqual(first);
    expect(played(add(first), { step: 'undone', key: first.key }).waiting).toEqual([]);
  });

  it('ends the meeting after everything else, which is not held back any longer', () => {
    const [end, held] = [keyed('end', {}), say('1', { result: 'approved' }, { heldUntil: 100 })];
    const queue = played(add(held), add(end), add(keyed('end', {})), { step: 'released' });
    expect(queue.waiting.map(({ kind }) => kind)).toEqual(['say', 'end']);
    expect(nextOf(queue, 0)).toMatchObject({ key: held.key });
    expect(nextOf(stepped(queue, { step: 'saved', key: held.key }), 0)).toMatchObject({ kind: 'end' });
  });

  it('loses no action and no last word, whatever the connection does', () => {
    const press = fc.oneof(
      fc.record({ word: fc.constantFrom('1', '2', '3'), result: fc.constantFrom('approved', 'declined') }),
      fc.record({ text: fc.string({ minLength: 1 }) }),
      fc.constantFrom<'saved' | 'lost'>('saved', 'lost'),
    );
    fc.assert(
      fc.property(fc.array(press), (presses) => {
        let queue = EMPTY;
        const done: Entry[] = [];
        const said = new Map<string, string>();
        let actions = 0;
        const answer = (how: 'saved' | 'lost') => {
          const next = nextOf(queue, 0);
          if (!next) return;
          queue = stepped(stepped(queue, { step: 'sending', key: next.key }), { step: how, key: next.key });
          if (how === 'saved') done.push(next);
        };
        for (const one of presses) {
          if (typeof one === 'string') answer(one);
          else if ('text' in one) {
            queue = stepped(queue, add(action(one.text)));
            actions += 1;
          } else {
            queue = stepped(queue, add(say(one.word, { result: one.result })));
            said.set(one.word, one.result);
          }
        }
        while (queue.waiting.length > 0) answer('saved');
        expect(done.filter(({ kind }) => kind === 'addAction')).toHaveLength(actions);
        const last = new Map(
          done.flatMap((one) => (one.kind === 'say' ? [[one.input.agendaItemId, one.input.result]] : [])),
        );
        expect(last).toEqual(said);
      }),
    );
  });
});
