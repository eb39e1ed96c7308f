import type { Link, LinkEnd, RecordType } from './link.ts';

/** The record at the other end of a link, and since when. */
export interface OtherEnd extends LinkEnd {
  at: string;
}

/** From where a thing is seen to where it is told. */
const FLOW: Record<RecordType, number> = {
  integration: 0,
  device: 1,
  control: 2,
  licence: 3,
  finding: 4,
  goal: 5,
  'planner-item': 6,
  budget: 7,
  'budget-line': 8,
  meeting: 9,
  report: 10,
};

const isSame = (a: LinkEnd, b: LinkEnd) => a.type === b.type && a.id === b.id;

/** Each record once, with the oldest link to it; along the flow, and within a kind the newest first. */
function ordered(ends: readonly OtherEnd[]): OtherEnd[] {
  const oldestFirst = ends.toSorted((a, b) => a.at.localeCompare(b.at));
  const once = oldestFirst.filter((end, at) => oldestFirst.findIndex((one) => isSame(one, end)) === at);
  return once.toSorted((a, b) => FLOW[a.type] - FLOW[b.type] || b.at.localeCompare(a.at));
}

/** Those to show first: a few of each kind, so that many of one hide no other. */
export function firstOfEachKind(ends: readonly OtherEnd[], most: number): OtherEnd[] {
  const shown = new Map<RecordType, number>();
  return ends.filter(({ type }) => {
    const count = (shown.get(type) ?? 0) + 1;
    shown.set(type, count);
    return count <= most;
  });
}

/** The records that led to this one, and those that it led to or is used in. */
export function endsOf(links: readonly Link[], record: LinkEnd): { before: OtherEnd[]; after: OtherEnd[] } {
  const ends = (side: 'from' | 'to') =>
    ordered(
      links
        .filter((link) => isSame(link[side === 'from' ? 'to' : 'from'], record))
        .map((link) => ({ ...link[side], at: link.createdAt })),
    );
  return { before: ends('from'), after: ends('to') };
}
