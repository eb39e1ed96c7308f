import { describe, expect, it } from 'vitest';
import { isWord, nextOf, nextRelease, stepped } from './queue.ts';
import { action, add, inputs, keyed, marsh, played, say, time } from './testing/entries.ts';

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

  it('cannot be taken back once it was sent: the server may have it, whatever answer came', () => {
    const first = say('1', { result: 'approved' }, { heldUntil: 100 });
    const under = played(add(first), { step: 'sending', key: first.key });
    const again = stepped(under, { step: 'lost', key: first.key });
    for (const queue of [under, again]) {
      expect(queue.waiting[0]).not.toHaveProperty('heldUntil');
      expect(stepped(queue, { step: 'undone', key: first.key })).toBe(queue);
    }
    expect(nextOf(again, 0)).toMatchObject({ key: first.key });
    // Without a connection nothing was sent.
    const offline = played(add(first), { step: 'lost', key: first.key });
    expect(stepped(offline, { step: 'undone', key: first.key }).waiting).toEqual([]);
  });

  it('comes back under its own key when no answer came and the newer word is taken back', () => {
    const sent = say('1', { result: 'approved' });
    const [second, third] = [
      say('1', { result: 'declined' }, { heldUntil: 100 }),
      say('1', { result: 'deferred' }, { heldUntil: 200 }),
    ];
    const lost = played(...[add(sent), { step: 'sending', key: sent.key } as const, add(second), add(third)], {
      step: 'lost',
      key: sent.key,
    });
    expect(inputs(lost)).toMatchObject([{ result: 'deferred' }]);
    const one = stepped(lost, { step: 'undone', key: third.key });
    expect(one.waiting).toMatchObject([{ key: second.key, heldUntil: 100 }]);
    const both = stepped(one, { step: 'undone', key: second.key });
    expect(both.waiting).toEqual([sent]);
    expect(stepped(both, { step: 'undone', key: sent.key })).toBe(both);
  });

  it('is tried again after a refusal ahead of what was said about the same since, which is never dropped for it', () => {
    const [first, second] = [say('1', { result: 'approved' }), say('1', { result: 'declined' })];
    const queue = played(
      ...[add(first), { step: 'sending', key: first.key } as const, add(second)],
      { step: 'refused', key: first.key, why: 'No.' },
      { step: 'retried', key: first.key },
    );
    expect(queue.waiting.map(({ key }) => key)).toEqual([first.key, second.key]);
    expect(stepped(queue, { step: 'lost', key: first.key }).waiting.map(({ key }) => key)).toEqual([second.key]);
    expect(stepped(queue, { step: 'lost', key: second.key }).waiting).toEqual(queue.waiting);
  });

  it('ends the meeting after everything else, which is not held back any longer', () => {
    const [end, held] = [keyed('end', {}), say('1', { result: 'approved' }, { heldUntil: 100 })];
    const queue = played(add(held), add(end), add(keyed('end', {})), { step: 'released' });
    expect(queue.waiting.map(({ kind }) => kind)).toEqual(['say', 'end']);
    expect(nextOf(queue, 0)).toMatchObject({ key: held.key });
    expect(nextOf(stepped(queue, { step: 'saved', key: held.key }), 0)).toMatchObject({ kind: 'end' });
  });
});
