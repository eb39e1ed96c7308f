import { describe, expect, it } from 'vitest';
import { hashPassword, needsRehash, verifyPassword } from './passwords.ts';

describe('password hashes', () => {
  it('are argon2id PHC strings at today’s cost, each with a salt of its own', async () => {
    const [one, other] = await Promise.all([hashPassword('plum-kettle-orbit'), hashPassword('plum-kettle-orbit')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(other);
  });

  it('know their password and no other', async () => {
    const hash = await hashPassword('plum-kettle-orbit');
    expect(await verifyPassword('plum-kettle-orbit', hash)).toBe(true);
    expect(await verifyPassword('plum-kettle-orbit ', hash)).toBe(false);
    expect(await verifyPassword('Plum-kettle-orbit', hash)).toBe(false);
  });

  it('take a letter composed either way', async () => {
    expect(await verifyPassword('cafe\u0301 am morgen', await hashPassword('café am morgen'))).toBe(true);
  });

  it('use every byte of a long password', async () => {
    const long = 'x'.repeat(250);
    expect(await verifyPassword(`${long}b`, await hashPassword(`${long}a`))).toBe(false);
  });

  it('of nobody are never right', async () => {
    expect(await verifyPassword('plum-kettle-orbit', undefined)).toBe(false);
  });

  it('made at another cost are still known, and replaced', async () => {
    const old = await hashPassword('plum-kettle-orbit', { m: 8_192, t: 1, p: 1 });
    expect(await verifyPassword('plum-kettle-orbit', old)).toBe(true);
    expect(needsRehash(old)).toBe(true);
    expect(needsRehash(await hashPassword('plum-kettle-orbit'))).toBe(false);
  });

  it('in another form are refused', async () => {
    await expect(verifyPassword('x', '$2b$10$abcdefghijklmnopqrstuv')).rejects.toThrow('no argon2id PHC');
  });
});
