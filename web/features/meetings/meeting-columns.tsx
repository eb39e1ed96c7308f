import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Meeting } from '../../../shared/meetings/meeting.ts';
import { TYPE_WORDS } from '../../../shared/meetings/words.ts';
import { Badge } from '../../ui/badge.tsx';
import { CellLines } from '../../ui/cell-lines.tsx';
import { counted } from '../../ui/format.ts';
import type { Column } from '../../ui/table-model.ts';
import { usePhone } from '../../ui/use-phone.ts';
import { minutesOver } from './clock.ts';
import { MeetingWhen, useWhen } from './meeting-when.tsx';
import { STATUSES } from './statuses.ts';

function When({ meeting }: { meeting: Meeting }) {
  const { day, hours } = useWhen()(meeting);
  // On a phone it is part of a line.
  if (usePhone()) return <MeetingWhen meeting={meeting} />;
  return <CellLines first={day} second={hours} />;
}

/** Time boxes against the meeting's time; amber when they do not fit. */
function Agenda({ meeting }: { meeting: Meeting }) {
  const { itemCount, plannedMinutes, durationMinutes } = meeting;
  if (itemCount === 0) return <span className="text-ink-3">No items yet</span>;
  const isOver = minutesOver(meeting) > 0;
  return (
    <span className={isOver ? 'num font-medium text-warn' : 'num'}>
      {isOver ? <TriangleAlert aria-label="Over time" className="mr-1 mb-0.5 inline size-3.5" /> : null}
      {counted(itemCount, 'item')}, {plannedMinutes} of {durationMinutes} min
    </span>
  );
}

/** Columns of a list of meetings. `clientName` stands in the second line over all clients. */
export function meetingColumns(
  people: ReadonlyMap<string, string>,
  clientName?: (companyId: string) => ReactNode,
): Column<Meeting>[] {
  return [
    {
      id: 'meeting',
      header: 'Meeting',
      width: 'minmax(15rem,3fr)',
      cell: (row) => (
        <CellLines
          first={row.title}
          second={
            clientName ? (
              <>
                {clientName(row.companyId)} · {TYPE_WORDS[row.type]}
              </>
            ) : (
              TYPE_WORDS[row.type]
            )
          }
        />
      ),
    },
    {
      id: 'when',
      header: 'When',
      width: 'minmax(11rem,1.3fr)',
      phone: 'meta',
      cell: (row) => <When meeting={row} />,
    },
    {
      id: 'status',
      header: 'Status',
      width: '9.5rem',
      phone: 'status',
      cell: ({ status }) => <Badge tone={STATUSES[status].tone}>{STATUSES[status].word}</Badge>,
    },
    {
      id: 'agenda',
      header: 'Agenda',
      width: 'minmax(10.5rem,1.2fr)',
      phone: 'meta',
      cell: (row) => <Agenda meeting={row} />,
    },
    {
      id: 'host',
      header: 'Host',
      width: 'minmax(8rem,1fr)',
      phone: 'hidden',
      cell: ({ hostId }) => people.get(hostId) ?? 'Former staff',
    },
    {
      id: 'people',
      header: 'People',
      width: '4.5rem',
      align: 'end',
      phone: 'hidden',
      cell: (row) => row.people,
    },
  ];
}
