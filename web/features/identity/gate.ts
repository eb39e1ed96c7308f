import type { Brand } from '../../../shared/identity/msp.ts';
import type { SessionInfo } from '../../lib/session.ts';

/** Which door a page before the session belongs to: the console's (no `slug`), or the portal's of one MSP. */
export interface Gate {
  slug?: string;
  name: string;
  logoUrl?: string;
  accent?: string;
  /** Who helps when it does not work. */
  help?: string;
}

export type GatePage =
  | 'sign-in'
  | 'second-factor'
  | 'set-up-second-factor'
  | 'forgot-password'
  | 'reset-password'
  | 'invitation';

export const CONSOLE_GATE: Gate = { name: 'Fairlead' };

/** The door of an MSP's portal, with the MSP's face. */
export function portalGate({ slug, name, logo, accent, supportPhone, supportEmail }: Brand): Gate {
  const help = supportPhone || supportEmail;
  return { slug, name, accent, ...(logo ? { logoUrl: logo } : {}), ...(help ? { help: `Help: ${help}` } : {}) };
}

/** The console's door as somebody sees it whose MSP is known already. */
export function knownGate(gate: Gate, { msp }: SessionInfo): Gate {
  return gate.slug ? gate : { ...gate, name: msp.name, ...(msp.logo ? { logoUrl: msp.logo } : {}) };
}

export const homeOf = ({ slug }: Pick<Gate, 'slug'>): string => (slug ? `/portal/${slug}` : '/');

/** Address of a page before the session, with where to go afterwards. */
export function gateHref({ slug }: Pick<Gate, 'slug'>, page: GatePage, next?: string): string {
  const path = `${slug ? `/portal/${slug}` : ''}/${page}`;
  return next ? `${path}?${new URLSearchParams({ next })}` : path;
}

const BEFORE_SESSION = /^(?:\/portal\/[^/]+)?\/(?:sign-in|second-factor|set-up-second-factor)(?![^/?#])/;
const INVITATION = /^(?:\/portal\/[^/]+)?\/invitation$/;

/** `next` when it leads to a page of ours behind the sign-in, else undefined: never to another site, never in a circle. */
export function safeNext(next: string | undefined): string | undefined {
  // A backslash counts as a slash to browsers, and control characters are dropped by them: "/\t/evil" is "//evil".
  if (!next?.startsWith('/') || /^\/[/\\]|[\p{Cc}\\]/u.test(next) || BEFORE_SESSION.test(next)) return undefined;
  return next;
}

/** Where to go, and whether that is another web app than this one and needs a page load. */
export interface Arrival {
  href: string;
  load: boolean;
}

const inPortal = (path: string, slug: string) => new RegExp(`^/portal/${slug}(?![^/?#])`).test(path);

/**
 * Where somebody goes whose session has just been opened or has gained something: to what it still needs, else to `next`,
 * else home. An invitation is opened by any login, because it is what makes one belong.
 */
export function arrivalOf(session: SessionInfo, gate: Pick<Gate, 'slug'>, wanted?: string): Arrival {
  const next = safeNext(wanted);
  if (session.state === 'half') {
    const page = session.needs === 'enrolment' ? 'set-up-second-factor' : 'second-factor';
    return { href: gateHref(gate, page, next), load: false };
  }
  const here = (path: string) => (gate.slug ? inPortal(path, gate.slug) : !path.startsWith('/portal/'));
  if (next && INVITATION.test(next)) return { href: next, load: !here(next) };
  const { slug } = session.msp;
  const home = session.actor.kind === 'staff' ? '/' : homeOf({ slug });
  const fits = next && (session.actor.kind === 'staff' ? !next.startsWith('/portal/') : inPortal(next, slug));
  const href = fits ? next : home;
  return { href, load: !here(href) };
}
