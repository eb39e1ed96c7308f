import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Attempts,
  CODE_LIMIT,
  INVITATION_LIMIT,
  networkOf,
  nextAttempt,
  PASSWORD_LIMIT,
  waitOf,
} from './attempts.ts';

const START = Date.parse('2026-03-02T09:00:00Z');
const later = (seconds: number) => new Date(START + seconds * 1_000);

/** The lock after attempts at these seconds, each made as soon as it is let through. */
function madeAt(limit: typeof PASSWORD_LIMIT, seconds: number[]): Attempts | undefined {
  let lock: Attempts | undefined;
  for (const second of seconds) lock = nextAttempt(limit, lock, later(second));
  return lock;
}

describe('attempts', () => {
  it('are free four times; the fifth begins a delay', () => {
    expect(waitOf(madeAt(PASSWORD_LIMIT, [0, 1, 2, 3]), later(3))).toBe(0);
    expect(waitOf(madeAt(PASSWORD_LIMIT, [0, 1, 2, 3, 4]), later(4))).toBe(30);
    expect(waitOf(madeAt(PASSWORD_LIMIT, [0, 1, 2, 3, 4]), later(34))).toBe(0);
  });

  it('wait twice as long each further time, up to 15 minutes', () => {
    let lock = madeAt(PASSWORD_LIMIT, [0, 0, 0, 0]);
    let at = 0;
    const waits: number[] = [];
    for (let i = 0; i < 8; i += 1) {
      lock = nextAttempt(PASSWORD_LIMIT, lock, later(at));
      waits.push(waitOf(lock, later(at)));
      at += waits.at(-1) ?? 0;
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900, 900]);
  });

  it('on a second factor wait 15 minutes at once', () => {
    expect(waitOf(madeAt(CODE_LIMIT, [0, 0, 0, 0, 0]), later(0))).toBe(900);
  });

  it('to mail one recipient end after the fifth, and are remembered for a day', () => {
    const lock = madeAt(INVITATION_LIMIT, [0, 0, 0, 0, 0]);
    expect(waitOf(lock, later(0))).toBe(900);
    expect(waitOf(nextAttempt(INVITATION_LIMIT, lock, later(12 * 3_600)), later(12 * 3_600))).toBe(1_800);
    expect(nextAttempt(INVITATION_LIMIT, lock, later(25 * 3_600)).count).toBe(1);
  });

  it('are forgotten after an hour', () => {
    const lock = madeAt(PASSWORD_LIMIT, [0, 0, 0, 0, 0]);
    expect(nextAttempt(PASSWORD_LIMIT, lock, later(3_601)).count).toBe(1);
    expect(nextAttempt(PASSWORD_LIMIT, lock, later(3_600)).count).toBe(6);
  });

  it('never wait when nothing was tried', () => {
    expect(waitOf(undefined, later(0))).toBe(0);
  });
});

describe('the network of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s is %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });

  it('is the same for all addresses of one /64, and another for its neighbour', () => {
    const group = fc.integer({ min: 0, max: 0xffff }).map((n) => n.toString(16));
    fc.assert(
      fc.property(fc.tuple(group, group, group), group, group, ([a, b, c], one, other) => {
        const at = (host: string) => networkOf(`${a}:${b}:${c}:77:0:0:0:${host}`);
        expect(at(one)).toBe(at(other));
        expect(at(one)).not.toBe(networkOf(`${a}:${b}:${c}:78:0:0:0:${one}`));
      }),
    );
  });
});
