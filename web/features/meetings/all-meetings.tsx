import { LayoutTemplate, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Meeting } from '../../../shared/meetings/meeting.ts';
import { useMay } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { MeetingList } from './meeting-list.tsx';
import { filterOf, type MeetingSearch } from './meeting-search.ts';

const PLACES = [
  { value: 'ahead', label: 'Ahead' },
  { value: 'over', label: 'Over' },
] as const;

/** The way to the templates of a list of meetings. */
export const TemplatesLink = ({ href }: { href: string }) => (
  <LinkButton href={href} icon={<LayoutTemplate aria-hidden />}>
    Templates
  </LinkButton>
);

/** Opens the New meeting dialog. */
export const NewMeetingButton = ({ onClick }: { onClick: () => void }) => (
  <Button variant="primary" icon={<Plus aria-hidden />} onClick={onClick}>
    New meeting
  </Button>
);

/** Meetings of all clients: ahead, soonest first, or over, latest first. */
export function AllMeetings({
  search,
  onSearch,
  clientName,
  people,
  hrefOf,
  templatesHref,
}: {
  search: MeetingSearch;
  onSearch: (next: MeetingSearch) => void;
  clientName: (companyId: string) => ReactNode;
  people: ReadonlyMap<string, string>;
  hrefOf: (meeting: Meeting) => string;
  templatesHref: string;
}) {
  const may = useMay();
  const { show } = search;
  const add = may('meetings:write') ? (
    <NewMeetingButton onClick={() => onSearch({ ...search, new: true })} />
  ) : undefined;
  return (
    <div className="flex flex-col gap-3">
      <PageHead title="Meetings" actions={<TemplatesLink href={templatesHref} />} primary={add} />
      <MeetingList
        filter={filterOf(search)}
        onFilter={(next) => onSearch({ show, ...next })}
        clientName={clientName}
        people={people}
        hrefOf={hrefOf}
        add={add}
        places={
          <Segmented
            label="Which meetings"
            options={PLACES}
            value={show ?? 'ahead'}
            onChange={(next) => onSearch({ ...search, show: next === 'over' ? next : undefined })}
          />
        }
      />
    </div>
  );
}
