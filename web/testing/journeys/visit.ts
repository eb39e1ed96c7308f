import type { Allowed } from '../page-watch.ts';

/** A page to be looked at: an address of a route tree (empty for none of it), and the same with its parameters filled. */
export interface Visit {
  route: string;
  path: string;
  /**
   * Another state of a page: a tab, a dialog, an empty list. Looked at once, by turns on a desktop in light and on a phone in
   * dark; a page as it opens is looked at on both.
   */
  aside: boolean;
}

/** Pages that one person looks at, one after the other. */
export interface Walk {
  who: string;
  /** `Cookie` header; empty for somebody who is not signed in. */
  cookie: string;
  allowed: Allowed;
  /** Pages of one app behind its sign-in follow each other without a load, as links do. */
  byLinks: boolean;
  /** Requests that a broken server answers. */
  broken?: RegExp;
  visits: readonly Visit[];
}

export const NOTHING: Allowed = { statuses: [] };

/** Somebody who is signed in and finds everything in order. */
export const signedIn = (who: string, cookie: string, visits: readonly Visit[]): Walk => ({
  who,
  cookie,
  allowed: NOTHING,
  byLinks: true,
  visits,
});

/** A route with its parameters filled; `rest` is search and hash. @throws when a parameter has no value */
export function visit(route: string, params: Readonly<Record<string, string>> = {}, rest = ''): Visit {
  const path = route.replaceAll(/\$(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (!value) throw new Error(`${route}: no value for ${name}.`);
    return value;
  });
  return { route, path: path + rest, aside: rest.startsWith('?') };
}

/** The same pages as states of pages that others look at. */
export const asides = (visits: readonly Visit[]): Visit[] => visits.map((one) => ({ ...one, aside: true }));

const PORTAL = '/portal/$mspSlug';

/** A page of a client portal. */
export const portalVisit = (mspSlug: string, page = '', rest = ''): Visit => visit(PORTAL + page, { mspSlug }, rest);

/** Everything behind the portal's sign-in, full or empty. */
export function portalVisits(mspSlug: string): Visit[] {
  return [
    ...['', '/plan', '/roadmap', '/meetings', '/reports', '/account'].map((page) => portalVisit(mspSlug, page)),
    portalVisit(mspSlug, '/account', '?tab=notifications'),
    portalVisit(mspSlug, '/account', '?tab=sessions'),
  ];
}

/** The minutes of a meeting that was held with the company. */
export const minutesVisit = (mspSlug: string, meetingId: string): Visit =>
  visit(`${PORTAL}/meetings/$meetingId`, { mspSlug, meetingId });

/** What an administrator of a company is told beside. */
export const activityVisits = (mspSlug: string): Visit[] =>
  ['', '?kind=reports'].map((search) => portalVisit(mspSlug, '/activity', search));
