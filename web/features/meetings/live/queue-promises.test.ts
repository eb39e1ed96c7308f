import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EMPTY, type Entry, nextOf, type Step, stepped } from './queue.ts';
import { action, add, say } from './testing/entries.ts';

/** A presenter's desk over a queue and a server, each keeping for itself what was said. */
class Desk {
  queue = EMPTY;
  promises = 0;
  /** Keys of the words on each item, as they lie above each other; a word that is taken back goes. */
  readonly #said = new Map<string, { key: string; result: string }[]>();
  readonly #sent = new Set<string>();
  /** What the server did, each key once. */
  readonly #done = new Map<string, Entry>();

  #step(step: Step): void {
    this.queue = stepped(this.queue, step);
  }
  say(item: string, result: string, isHeld: boolean): void {
    const entry = say(item, { result }, isHeld ? { heldUntil: 100 } : {});
    this.#said.set(item, [...(this.#said.get(item) ?? []), { key: entry.key, result }]);
    this.#step(add(entry));
  }
  promise(text: string): void {
    this.promises += 1;
    this.#step(add(action(text)));
  }
  /** Takes back what the bar offers for it. */
  undo(item: string): void {
    const held = this.queue.waiting.find(
      (one) => one.kind === 'say' && one.input.agendaItemId === item && one.heldUntil !== undefined,
    );
    if (!held) return;
    const words = this.#said.get(item) ?? [];
    expect(words.at(-1)?.key).toBe(held.key);
    expect(this.#sent).not.toContain(held.key);
    this.#said.set(item, words.slice(0, -1));
    this.#step({ step: 'undone', key: held.key });
  }
  send(how: 'now' | 'late' | 'offline'): void {
    const next = nextOf(this.queue, how === 'now' ? 0 : 200);
    if (!next) return;
    if (how !== 'offline') this.#sent.add(next.key);
    this.#step({ step: how === 'offline' ? 'lost' : 'sending', key: next.key });
  }
  answer(how: 'saved' | 'lost' | 'unheard'): void {
    const { sending: key, waiting } = this.queue;
    const entry = waiting.find((one) => one.key === key);
    if (!key || !entry) return;
    if (how !== 'lost' && !this.#done.has(key)) this.#done.set(key, entry);
    this.#step({ step: how === 'saved' ? 'saved' : 'lost', key });
  }
  sendAll(): void {
    this.answer('saved');
    while (this.queue.waiting.length > 0) {
      this.send('late');
      this.answer('saved');
    }
  }
  get promisesKept(): number {
    return [...this.#done.values()].filter(({ kind }) => kind === 'addAction').length;
  }
  /** The last word on each item, to the server. */
  get onServer(): Map<string, unknown> {
    const words = [...this.#done.values()].flatMap((one) => (one.kind === 'say' ? [one.input] : []));
    return new Map(words.map(({ agendaItemId, result }) => [agendaItemId, result]));
  }
  /** The last word on each item that was not taken back, to the presenter. */
  get stands(): Map<string, unknown> {
    return new Map([...this.#said].flatMap(([item, words]) => words.slice(-1).map(({ result }) => [item, result])));
  }
}

it('loses no action and no word that was not taken back, and takes nothing back that was sent, whatever happens', () => {
  const item = fc.constantFrom('1', '2');
  const press = fc.oneof(
    fc.record({
      word: item,
      result: fc.constantFrom('approved', 'declined', 'deferred'),
      isHeld: fc.boolean(),
    }),
    fc.record({ text: fc.string({ minLength: 1 }) }),
    fc.record({ undo: item }),
    // No connection: `lost` without `sending`. `late`: the time to take back is over. `unheard`: done, but no answer came.
    fc.record({ send: fc.constantFrom<'now' | 'late' | 'offline'>('now', 'late', 'offline') }),
    fc.record({ answer: fc.constantFrom<'saved' | 'lost' | 'unheard'>('saved', 'lost', 'unheard') }),
  );
  fc.assert(
    fc.property(fc.array(press, { maxLength: 40 }), (presses) => {
      const desk = new Desk();
      for (const one of presses) {
        if ('send' in one) desk.send(one.send);
        else if ('answer' in one) desk.answer(one.answer);
        else if ('undo' in one) desk.undo(one.undo);
        else if ('text' in one) desk.promise(one.text);
        else desk.say(one.word, one.result, one.isHeld);
      }
      desk.sendAll();
      expect(desk.promisesKept).toBe(desk.promises);
      expect(desk.onServer).toEqual(desk.stands);
    }),
    { numRuns: 500 },
  );
});
