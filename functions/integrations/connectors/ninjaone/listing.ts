import { z } from 'zod';
import { type ListingPage, VendorRefused } from '../connector.ts';

/** What we ask for a page; the vendor's own clients ask for as many. */
export const PAGE_SIZE = 1_000;

const WithId = z.object({ id: z.int().nonnegative() });
const Report = z.object({
  cursor: z.object({ name: z.string().min(1), offset: z.int().nonnegative() }).optional(),
  results: z.array(z.unknown()),
});

/** Where a report stands behind a page: kept in the link's fragment, which is not sent. */
const Stand = z.object({
  /** Place that the vendor told for the page before, and how many rows that page had. */
  offset: z.coerce.number().int(),
  rows: z.coerce.number().int(),
  /** Rows of all pages so far. */
  read: z.coerce.number().int(),
});

/** The vendor no longer stands where the link says: a page was lost on the way, or the cursor has ended. */
export class PlaceLost extends VendorRefused {
  constructor() {
    super('unexpected', 'NinjaOne gave a report that skipped rows.', { said: 'a report that skipped rows' });
  }
}

const refused = (said: string) => new VendorRefused('unexpected', `NinjaOne gave ${said}.`, { said });

/**
 * A page and the link to the next. Lists are bare arrays: the next page lies behind the last id. Reports are objects: the
 * next page is had by the cursor's name, and the vendor remembers where it stands. A page that is not full is the last one.
 * Source: NinjaOne Public API 2.0, `after`, `pageSize` and "Cursor".
 *
 * @param url address that was asked, fragment included
 * @throws VendorRefused `unexpected` for what is no listing or cannot be gone on with
 * @throws PlaceLost for a report that has skipped rows
 */
export function pageOf(body: unknown, url: URL): ListingPage {
  const size = Number(url.searchParams.get('pageSize')) || PAGE_SIZE;
  if (Array.isArray(body)) {
    if (body.length < size) return { rows: body };
    const last = WithId.safeParse(body.at(-1));
    if (!last.success) throw refused('a full page whose last row has no id');
    return { rows: body, next: linkWith(url, 'after', String(last.data.id)) };
  }
  const report = Report.safeParse(body);
  if (!report.success) throw refused('no listing');
  const { cursor, results } = report.data;
  const before = standOf(url);
  if (before && cursor && !follows(before, cursor.offset, results.length)) throw new PlaceLost();
  if (!cursor || results.length === 0 || results.length < size) return { rows: results };
  const read = (before?.read ?? 0) + results.length;
  const stand = { offset: cursor.offset, rows: results.length, read };
  const fragment = Object.entries(stand).map(([name, value]) => `${name}=${value}`);
  return { rows: results, next: `${linkWith(url, 'cursor', cursor.name)}#${fragment.join('&')}` };
}

/** Where the report stood before the page behind a link; undefined for a first page and for lists. */
export function standOf(url: URL): z.infer<typeof Stand> | undefined {
  return Stand.safeParse(Object.fromEntries(new URLSearchParams(url.hash.slice(1)))).data;
}

/**
 * A report moves on at the vendor even when its page was lost on the way. It is not published whether `offset` counts to the
 * start or to the end of a page; both are taken.
 */
function follows(before: z.infer<typeof Stand>, offset: number, rows: number): boolean {
  const moved = offset - before.offset;
  return moved === before.rows || moved === rows;
}

function linkWith(url: URL, name: string, value: string): string {
  const next = new URL(url);
  next.hash = '';
  return addressOf(next, { [name]: value });
}

/** The address with query parameters added. Spaces go as `%20`: the vendor reads a plus sign as one. */
export function addressOf(base: URL, query: Readonly<Record<string, string>>): string {
  const all = new URLSearchParams(base.searchParams);
  for (const [name, value] of Object.entries(query)) all.set(name, value);
  return `${base.origin}${base.pathname}?${all.toString().replaceAll('+', '%20')}`;
}
