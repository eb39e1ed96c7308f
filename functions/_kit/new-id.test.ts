import { decodeTime } from 'ulidx';
import { expect, it } from 'vitest';
import { idFloor, newId, newSecret } from './new-id.ts';

it('ids of one millisecond sort as they were made', () => {
  const now = new Date();
  const ids = Array.from({ length: 200 }, () => newId(now));
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(200);
});

it('an id tells its own time, whatever the id before it told', () => {
  const [later, earlier] = [new Date('2031-01-01T00:00:00Z'), new Date('2026-01-01T00:00:00Z')];
  expect([later, earlier, later].map((now) => decodeTime(newId(now).toUpperCase()))).toEqual(
    [later, earlier, later].map((now) => now.getTime()),
  );
});

it('a floor stands between the ids of a moment and those before', () => {
  const moment = new Date('2026-11-01T00:00:00Z');
  const before = newId(new Date(moment.getTime() - 1));
  expect([newId(moment), idFloor(moment), before].sort()).toEqual([before, idFloor(moment), expect.any(String)]);
});

it('a secret is letters and digits of one length, and never the same', () => {
  const secrets = Array.from({ length: 500 }, newSecret);
  for (const secret of secrets) expect(secret).toMatch(/^[0-9A-Za-z]{43}$/);
  expect(new Set(secrets).size).toBe(secrets.length);
  // Two to the 256 is just below 62 to the 43: the first letter tells that no bit is left out.
  expect(new Set(secrets.map((secret) => secret[0])).size).toBeGreaterThan(40);
});
