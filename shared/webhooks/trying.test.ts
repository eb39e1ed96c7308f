import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attempt } from './delivery.ts';
import {
  afterTry,
  DISABLED_AFTER,
  firstTry,
  GONE,
  hears,
  LOST_AFTER,
  nextTry,
  standingAfter,
  type Trying,
} from './trying.ts';
import { NewWebhook, RenewSecret, WebhookChange } from './webhook.ts';

const START = new Date('2026-03-02T09:00:00.000Z');
const at = (ms: number) => new Date(START.getTime() + ms);
const ID = '01hzzzzzzzzzzzzzzzzzzzzzzz';
const failed = (status = 500): Attempt => ({ at: '', milliseconds: 1, status, failure: 'It answered 500.' });
const fine: Attempt = { at: '', milliseconds: 1, status: 200 };

/** Lets every call fail with this and tells when each was made, in hours from the first. */
function allFail(attempt: Attempt): { hours: number[]; end: Trying } {
  const hours: number[] = [];
  let now = START;
  let trying = firstTry(now);
  for (;;) {
    hours.push((now.getTime() - START.getTime()) / 3_600_000);
    trying = afterTry(trying, attempt, now);
    if (trying.state !== 'waiting') return { hours, end: trying };
    now = new Date(trying.dueAt);
    trying = nextTry(trying, now);
  }
}

describe('trying to deliver', () => {
  it('makes five calls within 24 hours, ever further apart, and then gives up', () => {
    const { hours, end } = allFail(failed());
    expect(hours).toEqual([0, 1 / 12, 1, 6, 24]);
    expect(end).toMatchObject({ state: 'failed', attempt: 5, left: 0 });
    expect(end.attempts).toHaveLength(5);
  });

  it('ends with the first call that gets through, and at once when the other side wants no more', () => {
    expect(afterTry(firstTry(START), fine, START).state).toBe('delivered');
    expect(allFail(failed(GONE))).toMatchObject({ hours: [0], end: { state: 'failed' } });
  });

  it('is made once more by hand when it had ended, with no wait after it', () => {
    const byHand = nextTry(allFail(failed()).end, START);
    expect(byHand).toMatchObject({ state: 'planned', attempt: 6 });
    expect(afterTry(byHand, failed(), START).state).toBe('failed');
    expect(afterTry(byHand, fine, START).state).toBe('delivered');
  });

  it('is due again when a call was planned and never told of', () => {
    expect(firstTry(START).dueAt).toBe(at(LOST_AFTER).toISOString());
  });

  it('never goes back in its count of calls, and always ends', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(fine, failed(), failed(GONE)), { minLength: 10 }), (outcomes) => {
        let trying = firstTry(START);
        for (const outcome of outcomes) {
          const after = afterTry(trying, outcome, START);
          expect(after.attempts).toHaveLength(trying.attempts.length + 1);
          if (after.state !== 'waiting') return;
          trying = nextTry(after, START);
          expect(trying.attempt).toBe(after.attempt + 1);
        }
        throw new Error('Five calls were not the end.');
      }),
    );
  });
});

describe('a webhook', () => {
  const good = { state: 'on' } as const;
  const over = { ...firstTry(START), state: 'failed' as const, attempts: [failed()] };
  const on = { ...over, state: 'waiting' as const };

  it('is marked with the first call that fails, and cleared by the next that gets through', () => {
    const marked = standingAfter(good, on, START);
    expect(marked).toEqual({ state: 'on', failingSince: START.toISOString() });
    expect(standingAfter(marked ?? good, on, at(1))).toBeUndefined();
    const through = { ...on, state: 'delivered' as const, attempts: [failed(), fine] };
    expect(standingAfter(marked ?? good, through, at(2))).toEqual({ state: 'on' });
    expect(standingAfter(good, through, at(2))).toBeUndefined();
  });

  it('is switched off when a delivery fails for good and nothing got through for three days, not a moment before', () => {
    const failing = { state: 'on' as const, failingSince: START.toISOString() };
    expect(standingAfter(failing, over, at(DISABLED_AFTER - 1))).toBeUndefined();
    expect(standingAfter(failing, on, at(DISABLED_AFTER))).toBeUndefined();
    expect(standingAfter(failing, over, at(DISABLED_AFTER))).toMatchObject({ state: 'disabled', reason: 'failing' });
    expect(standingAfter(good, { ...over, attempts: [failed(GONE)] }, START)).toMatchObject({ reason: 'gone' });
    expect(standingAfter({ state: 'off' }, { ...over, attempts: [failed(GONE)] }, START)).toBeUndefined();
  });

  it('hears what it asked for, of the clients it was given, while it is on', () => {
    const asked = { state: 'on' as const, facts: ['a.b.c'], companies: [ID] };
    expect(hears(asked, 'a.b.c', ID)).toBe(true);
    expect(hears(asked, 'a.b.d', ID)).toBe(false);
    expect(hears(asked, 'a.b.c', '01haaaaaaaaaaaaaaaaaaaaaaa')).toBe(false);
    // What concerns no client concerns the whole MSP.
    expect(hears(asked, 'a.b.c', undefined)).toBe(false);
    expect(hears({ ...asked, companies: 'all' }, 'a.b.c', undefined)).toBe(true);
    for (const state of ['off', 'disabled'] as const) expect(hears({ ...asked, state }, 'a.b.c', ID)).toBe(false);
  });

  it('is asked for with an address, a name and events, each once', () => {
    const asked = { name: 'Teams', url: ' https://hooks.example/x ', facts: ['b', 'a', 'b'] };
    expect(NewWebhook.parse(asked)).toMatchObject({
      url: 'https://hooks.example/x',
      facts: ['a', 'b'],
      companies: 'all',
    });
    for (const wrong of [{ url: 'hooks' }, { facts: [] }, { name: '' }, { secret: 'x' }])
      expect(NewWebhook.safeParse({ ...asked, ...wrong }).success).toBe(false);
    expect(WebhookChange.parse({ webhookId: ID, v: 1, on: false })).toEqual({ webhookId: ID, v: 1, on: false });
    expect(RenewSecret.safeParse({ webhookId: ID, v: 1, graceHours: 25 }).success).toBe(false);
  });
});
