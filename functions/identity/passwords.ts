import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { normalPassword } from '../../shared/identity/password.ts';

/** argon2id as OWASP's Password Storage Cheat Sheet asks at least: memory in KiB, passes, lanes. */
interface Cost {
  m: number;
  t: number;
  p: number;
}

const COST: Cost = { m: 19_456, t: 2, p: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

const base64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
const prefixOf = ({ m, t, p }: Cost) => `$argon2id$v=19$m=${m},t=${t},p=${p}$`;

function derive(password: string, salt: Buffer, { m, t, p }: Cost, length: number): Promise<Buffer> {
  const message = Buffer.from(normalPassword(password), 'utf8');
  return new Promise((resolve, reject) => {
    argon2(
      'argon2id',
      { message, nonce: salt, memory: m, passes: t, parallelism: p, tagLength: length },
      (error, key) => (error ? reject(error) : resolve(key)),
    );
  });
}

/** The PHC string of a password under today's cost, with a salt of its own. */
export async function hashPassword(password: string, cost: Cost = COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return `${prefixOf(cost)}${base64(salt)}$${base64(await derive(password, salt, cost, HASH_BYTES))}`;
}

/** Hash of nobody's password, made as costly as a real one. */
const NOBODYS = `${prefixOf(COST)}${base64(Buffer.alloc(SALT_BYTES, 7))}$${base64(Buffer.alloc(HASH_BYTES, 7))}`;

/**
 * Whether the password is the one of the hash. Without a hash (no such login) it works as long and says no.
 *
 * @throws when the stored hash is no argon2id PHC string
 */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, m, t, p, salt, wanted] = PHC.exec(hash ?? NOBODYS) ?? [];
  if (!salt || !wanted) throw new Error('A stored password hash is no argon2id PHC string.');
  const expected = Buffer.from(wanted, 'base64');
  const cost = { m: Number(m), t: Number(t), p: Number(p) };
  const given = await derive(password, Buffer.from(salt, 'base64'), cost, expected.length);
  return timingSafeEqual(given, expected) && hash !== undefined;
}

/** True when a hash was made at another cost than today's: the next sign-in replaces it. */
export function needsRehash(hash: string): boolean {
  return !hash.startsWith(prefixOf(COST));
}
