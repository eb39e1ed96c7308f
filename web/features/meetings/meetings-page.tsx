import type { Meeting } from '../../../shared/meetings/meeting.ts';
import { useMay } from '../../lib/session.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { NewMeetingButton, TemplatesLink } from './all-meetings.tsx';
import { ClientActions } from './client-actions.tsx';
import { MeetingList } from './meeting-list.tsx';
import { type ClientMeetingSearch, filterOf } from './meeting-search.ts';
import type { MeetingClient } from './people.ts';

const PLACES = [
  { value: 'ahead', label: 'Ahead' },
  { value: 'over', label: 'Over' },
  { value: 'actions', label: 'Actions' },
] as const;

/** The meetings of one client, and what was promised in them. */
export function MeetingsPage({
  company,
  search,
  onSearch,
  people,
  hrefOf,
  templatesHref,
  itemHref,
  onOpenItem,
}: {
  company: MeetingClient;
  search: ClientMeetingSearch;
  onSearch: (next: ClientMeetingSearch) => void;
  people: ReadonlyMap<string, string>;
  hrefOf: (meetingId: string) => string;
  templatesHref: string;
  itemHref: (plannerItemId: string) => string;
  onOpenItem: (plannerItemId: string) => void;
}) {
  const may = useMay();
  const { show } = search;
  const add =
    may('meetings:write') && company.status !== 'archived' ? (
      <NewMeetingButton onClick={() => onSearch({ ...search, new: true })} />
    ) : undefined;
  const places = (
    <Segmented
      label="What is shown"
      options={PLACES}
      value={show ?? 'ahead'}
      onChange={(next) => onSearch({ ...search, show: next === 'ahead' ? undefined : next, closed: undefined })}
    />
  );
  return (
    <div className="flex flex-col gap-3">
      <PageHead title="Meetings" actions={<TemplatesLink href={templatesHref} />} primary={add} />
      {show === 'actions' ? (
        <ClientActions
          company={company}
          status={search.closed ? 'closed' : 'open'}
          onStatus={(status) => onSearch({ show, closed: status === 'closed' ? true : undefined })}
          places={places}
          meetingHref={hrefOf}
          itemHref={itemHref}
          onOpenItem={onOpenItem}
        />
      ) : (
        <MeetingList
          companyId={company.companyId}
          filter={filterOf(search)}
          onFilter={(next) => onSearch({ show, ...next })}
          people={people}
          hrefOf={(meeting: Meeting) => hrefOf(meeting.meetingId)}
          places={places}
          add={add}
        />
      )}
    </div>
  );
}
