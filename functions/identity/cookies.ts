import { env } from '../_kit/env.ts';

function cookie(value: string, seconds: number): string {
  const secure = env('COOKIE_SECURE') === 'true' ? '; Secure' : '';
  return `${env('COOKIE_NAME')}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** `Set-Cookie` of a session's token, until the session's absolute end (ISO). Without Domain: for this host alone. */
export function sessionCookie(token: string, expiresAt: string, now: Date): string {
  return cookie(token, Math.max(0, Math.floor((Date.parse(expiresAt) - now.getTime()) / 1_000)));
}

/** `Set-Cookie` that takes the token away. */
export function noCookie(): string {
  return cookie('', 0);
}
