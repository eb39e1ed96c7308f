import { randomBytes } from 'node:crypto';
import { sha256 } from '../_kit/new-id.ts';

const HOW_MANY = 10;
/** 24 letters of 5 bits: 120 bits a code, above the 112 of NIST SP 800-63B for secrets stored by a plain hash. */
const LETTERS = 24;
/** Crockford's alphabet: no letter that is read as another. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

function newCode(): string {
  const letters = [...randomBytes(LETTERS)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return letters.replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** The code as it was given out, whatever way it was typed; undefined when it cannot be one. */
function plain(code: string): string | undefined {
  const letters = code.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1');
  return letters.length === LETTERS ? letters : undefined;
}

/** Ten codes to show once, and their hashes to keep. */
export function newRecoveryCodes(): { codes: string[]; hashes: string[] } {
  const codes = Array.from({ length: HOW_MANY }, newCode);
  return { codes, hashes: codes.map((code) => sha256(code.replaceAll('-', ''))) };
}

/** The hashes that are left once this code is used, or undefined when it is none of them. */
export function withoutCode(hashes: readonly string[], code: string): string[] | undefined {
  const letters = plain(code);
  const hash = letters && sha256(letters);
  return hash && hashes.includes(hash) ? hashes.filter((other) => other !== hash) : undefined;
}
