import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../../lib/send.ts';
import { type Means, Outbox, refusalOf, type Stored } from './outbox.ts';
import type { Write } from './queue.ts';

const action = (text: string): Write => ({ kind: 'addAction', input: { companyId: 'c', meetingId: 'm', text } });
const offline = () => Promise.reject(new TypeError('Failed to fetch'));
const refused = (status: number, detail: string) => new ApiError(status, { title: 'No', status, detail });

let kept: Stored | undefined;
let online: boolean;
const deliver = vi.fn<Means['deliver']>();
const onSaved = vi.fn<Means['onSaved']>();
const onSignedOut = vi.fn();

/** A page of the meeting: a reload is another one over the same storage. */
function page(): Outbox {
  let keys = 0;
  return new Outbox({
    stored: () => kept,
    store: (queue) => {
      kept = queue && structuredClone(queue);
    },
    deliver,
    onSaved,
    onSignedOut,
    isOnline: () => online,
    now: () => Date.now(),
    newKey: () => {
      keys += 1;
      return `key ${keys}`;
    },
  });
}
const texts = () => deliver.mock.calls.map(([{ input, key }]) => [('text' in input && input.text) || '', key]);

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetAllMocks();
  [kept, online] = [undefined, true];
  deliver.mockResolvedValue({});
});
afterEach(() => vi.useRealTimers());

describe('the outbox of a meeting', () => {
  it('sends one after the other and keeps nothing that is saved', async () => {
    const box = page();
    box.start();
    box.add(action('A'), 'A');
    box.add(action('B'), 'B');
    expect(deliver).toHaveBeenCalledTimes(1);
    await vi.runAllTimersAsync();
    expect(texts()).toEqual([
      ['A', 'key 1'],
      ['B', 'key 2'],
    ]);
    expect(box.queue()).toMatchObject({ saved: 2, waiting: [] });
    expect(kept).toBeUndefined();
    expect(onSaved.mock.calls.map(([{ key }]) => key)).toEqual(['key 1', 'key 2']);
  });

  it('waits without a connection, survives a reload, and sends under the same key', async () => {
    online = false;
    const before = page();
    const stop = before.start();
    before.add(action('A'), 'A');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(deliver).not.toHaveBeenCalled();
    expect(before.queue()).toMatchObject({ isCutOff: true });
    stop();
    online = true;
    const after = page();
    after.start();
    await vi.runAllTimersAsync();
    expect(texts()).toEqual([['A', 'key 1']]);
    expect(kept).toBeUndefined();
  });

  it('asks again after a while when no answer came, and at once when it is woken', async () => {
    deliver.mockImplementationOnce(offline).mockRejectedValueOnce(refused(503, 'Busy.'));
    const box = page();
    box.start();
    box.add(action('A'), 'A');
    await vi.advanceTimersByTimeAsync(100);
    expect(box.queue()).toMatchObject({ isCutOff: true, saved: 0 });
    box.wake();
    await vi.advanceTimersByTimeAsync(100);
    expect(deliver).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(box.queue()).toMatchObject({ isCutOff: false, saved: 1 });
    expect(new Set(texts().map(([, key]) => key)).size).toBe(1);
  });

  it('goes on behind a refusal, which stays until it is tried again or dropped', async () => {
    deliver.mockRejectedValueOnce(refused(400, 'Name who is to do it.'));
    const box = page();
    box.start();
    box.add(action('A'), 'A');
    box.add(action('B'), 'B');
    await vi.runAllTimersAsync();
    expect(box.queue()).toMatchObject({ saved: 1, refused: [{ why: 'Name who is to do it.' }] });
    expect(kept?.refused).toHaveLength(1);
    box.retry('key 1');
    await vi.runAllTimersAsync();
    expect(box.queue()).toMatchObject({ saved: 2, refused: [] });
    box.drop('key 1');
    expect(kept).toBeUndefined();
  });

  it('holds a decision back until it can no longer be taken back; the end of the meeting does not wait for that', async () => {
    const box = page();
    box.start();
    box.add(action('A'), 'A', 5_000);
    box.add(action('B'), 'B', 5_000);
    box.undo('key 1');
    await vi.advanceTimersByTimeAsync(4_000);
    expect(deliver).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(texts()).toEqual([['B', 'key 2']]);
    box.add(action('C'), 'C', 5_000);
    box.add({ kind: 'end', input: { companyId: 'c', meetingId: 'm' } }, 'End');
    await vi.advanceTimersByTimeAsync(0);
    expect(deliver.mock.calls.map(([{ kind }]) => kind)).toEqual(['addAction', 'addAction', 'end']);
  });

  it('takes nothing back that was sent, though no answer came; what was said before a word that is, goes out', async () => {
    const word = (result: 'approved' | 'declined'): Write => ({
      kind: 'say',
      input: { companyId: 'c', meetingId: 'm', agendaItemId: 'i', at: '2031-01-01T10:00:00Z', note: '', result },
    });
    deliver.mockImplementationOnce(offline);
    const box = page();
    box.start();
    box.add(word('approved'), 'A', 5_000);
    await vi.advanceTimersByTimeAsync(5_000);
    box.undo('key 1');
    expect(box.queue().waiting).toHaveLength(1);
    box.add(word('declined'), 'B', 5_000);
    box.undo('key 2');
    await vi.advanceTimersByTimeAsync(0);
    expect(texts().map(([, key]) => key)).toEqual(['key 1', 'key 1']);
    expect(box.queue()).toMatchObject({ waiting: [], saved: 1 });
  });

  it('keeps what waits when the session is over, and says so', async () => {
    deliver.mockRejectedValueOnce(refused(401, 'Sign in again.'));
    const box = page();
    const stop = box.start();
    box.add(action('A'), 'A');
    await vi.advanceTimersByTimeAsync(0);
    stop();
    expect(onSignedOut).toHaveBeenCalledTimes(1);
    expect(kept?.waiting).toHaveLength(1);
  });

  it('tells a refusal from an outage', () => {
    expect(refusalOf(refused(404, 'Not there.'))).toBe('Not there.');
    expect(refusalOf(new ApiError(409, { title: 'Changed', status: 409 }))).toBe('Changed');
    for (const status of [401, 408, 425, 429, 500, 503]) expect(refusalOf(refused(status, 'Later.'))).toBeUndefined();
    expect(refusalOf(new ApiError(502, undefined))).toBeUndefined();
    expect(refusalOf(new TypeError('Failed to fetch'))).toBeUndefined();
  });
});
