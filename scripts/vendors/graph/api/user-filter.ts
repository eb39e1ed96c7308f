import { unsupportedQuery } from '../graph-error.ts';
import { SKUS } from '../world/skus.ts';
import type { TenantUser } from '../world.ts';

/** The part of `$filter` on users that the simulator understands, terms joined by `and`. */
export interface UserFilter {
  matches: (user: TenantUser) => boolean;
  /** Needs `ConsistencyLevel: eventual` and `$count=true`. */
  advanced: boolean;
}

const LICENCE_COUNT = /^assignedLicenses\/\$count (eq|ne) 0$/i;
const LICENCE_ANY = /^assignedLicenses\/any\((\w+):\s*\1\/skuId eq ([0-9a-f-]{36})\)$/i;
const ENABLED = /^accountEnabled eq (true|false)$/i;
const TYPE = /^userType eq '(Member|Guest)'$/i;

/** Reads a filter. Throws 400 for anything else, as the directory does for what it does not support. */
export function readUserFilter(text: string | null): UserFilter {
  const terms = (text ?? '').split(/\s+and\s+/i).filter((term) => term.trim() !== '');
  const parts = terms.map((term) => readTerm(term.trim()));
  return {
    matches: (user) => parts.every((part) => part.matches(user)),
    advanced: parts.some((part) => part.advanced),
  };
}

function readTerm(term: string): UserFilter {
  const count = LICENCE_COUNT.exec(term);
  if (count) {
    const none = count[1]?.toLowerCase() === 'eq';
    return { matches: (user) => (user.licences.length === 0) === none, advanced: true };
  }
  const any = LICENCE_ANY.exec(term);
  if (any) {
    const skuId = any[2]?.toLowerCase();
    return {
      matches: (user) => user.licences.some(({ skuPartNumber }) => SKUS[skuPartNumber].skuId === skuId),
      advanced: false,
    };
  }
  const enabled = ENABLED.exec(term);
  if (enabled) {
    const wanted = enabled[1]?.toLowerCase() === 'true';
    return { matches: (user) => user.accountEnabled === wanted, advanced: false };
  }
  const type = TYPE.exec(term);
  if (type) {
    const wanted = type[1]?.toLowerCase();
    return { matches: (user) => user.userType.toLowerCase() === wanted, advanced: false };
  }
  throw unsupportedQuery(`Unsupported or invalid query filter clause specified: '${term}'.`);
}
