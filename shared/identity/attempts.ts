/** Attempts on one lock: an account, a second factor, an address. Instants are ISO. */
export interface Attempts {
  count: number;
  lastAt: string;
  /** No further attempt is looked at before; '' when none is due. */
  blockedUntil: string;
}

export interface AttemptLimit {
  /** Attempts before the first delay. */
  free: number;
  /** Seconds of the first delay; each further attempt doubles it. */
  firstDelay: number;
  longestDelay: number;
  /** Seconds after the last attempt when all is forgotten. */
  forgetAfter: number;
}

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** Passwords of one account. */
export const PASSWORD_LIMIT: AttemptLimit = { free: 5, firstDelay: 30, longestDelay: 900, forgetAfter: HOUR };
/** Second factors of one person: a six-digit code is guessed quickly. */
export const CODE_LIMIT: AttemptLimit = { free: 5, firstDelay: 900, longestDelay: 900, forgetAfter: HOUR };
/** Failures from one address: wider, because an office shares one. */
export const ADDRESS_LIMIT: AttemptLimit = { free: 100, firstDelay: 60, longestDelay: 900, forgetAfter: 900 };
/** Reset mails to one account. */
export const RESET_LIMIT: AttemptLimit = { free: 3, firstDelay: 900, longestDelay: HOUR, forgetAfter: HOUR };

/** Sign-ups from one address: each also tells whether an email address has a login. */
export const SIGN_UP_LIMIT: AttemptLimit = { free: 100, firstDelay: 60, longestDelay: HOUR, forgetAfter: HOUR };
/** Invitations that one MSP mails to one recipient. */
export const INVITATION_LIMIT: AttemptLimit = { free: 5, firstDelay: 900, longestDelay: HOUR, forgetAfter: DAY };

/** Invitations that all MSPs together mail to one recipient: whoever opens many MSPs does not mail more. */
export const RECIPIENT_LIMIT: AttemptLimit = { free: 20, firstDelay: 900, longestDelay: DAY, forgetAfter: DAY };

/** Seconds that `now` still has to wait, or 0. */
export function waitOf(before: Attempts | undefined, now: Date): number {
  if (!before?.blockedUntil) return 0;
  return Math.max(0, Math.ceil((Date.parse(before.blockedUntil) - now.getTime()) / 1_000));
}

/**
 * The lock after one more attempt. Call it only when `waitOf` is 0, and before the attempt is judged: attempts made side
 * by side then count one by one.
 */
export function nextAttempt(limit: AttemptLimit, before: Attempts | undefined, now: Date): Attempts {
  const at = now.getTime();
  const forgotten = !before || at - Date.parse(before.lastAt) > limit.forgetAfter * 1_000;
  const count = (forgotten ? 0 : before.count) + 1;
  const delay = Math.min(limit.longestDelay, limit.firstDelay * 2 ** Math.min(count - limit.free, 20));
  return {
    count,
    lastAt: now.toISOString(),
    blockedUntil: count < limit.free ? '' : new Date(at + delay * 1_000).toISOString(),
  };
}

/** The network that an address stands for: all of IPv4, the /64 of IPv6, which one household or attacker owns whole. */
export function networkOf(ip: string): string {
  if (!ip.includes(':')) return ip;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped) return mapped;
  const [head = '', tail] = ip.toLowerCase().split('%')[0]?.split('::') ?? [];
  const before = head ? head.split(':') : [];
  const after = tail ? tail.split(':') : [];
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  const groups = [...before, ...zeros, ...after].slice(0, 4);
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
