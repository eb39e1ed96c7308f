import { useQueries } from '@tanstack/react-query';
import { CalendarDays } from 'lucide-react';
import type { Link, LinkEnd } from '../../shared/kernel/link.ts';
import { endsOf } from '../../shared/kernel/link-ends.ts';
import type { MeetingDetail } from '../../shared/meetings/meeting-detail.ts';
import { meetingQuery } from '../features/meetings/queries.ts';
import { RESULTS, STATUSES } from '../features/meetings/statuses.ts';
import { useMay } from '../lib/session.ts';
import type { TraceStep } from '../ui/trace.tsx';
import { hrefOf } from './navigation.tsx';

/** "Approved", "Agenda item 3, 12 min": what the meeting said of the record, else where it stands on the agenda. */
function saidOf({ items, status }: MeetingDetail, { type, id }: LinkEnd): string {
  const at = items.findIndex(({ records }) => records.some((record) => record.type === type && record.id === id));
  const item = items[at];
  if (status === 'cancelled' || !item) return STATUSES[status].word;
  return item.said ? RESULTS[item.said.result].word : `Agenda item ${at + 1}, ${item.minutes} min`;
}

/** The meetings that a record is on the agenda of, as the last steps of its trace, soonest first. */
export function useMeetingSteps(companyId: string, record: LinkEnd, links: readonly Link[] = []): TraceStep[] {
  const may = useMay();
  const ids = may('meetings:read')
    ? endsOf(links, record).after.flatMap(({ type, id }) => (type === 'meeting' ? [id] : []))
    : [];
  const read = useQueries({ queries: ids.map((meetingId) => meetingQuery({ companyId, meetingId })) });
  return read
    .flatMap(({ data }) => data ?? [])
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
    .map((meeting) => ({
      id: meeting.meetingId,
      kind: 'Meeting',
      icon: <CalendarDays aria-hidden />,
      title: meeting.title,
      href: hrefOf(`meetings/${meeting.meetingId}`, companyId),
      detail: saidOf(meeting, record),
      at: meeting.startsAt,
    }));
}
