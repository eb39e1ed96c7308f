import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type RefObject, useState } from 'react';
import type { MeetingDetail } from '../../shared/meetings/meeting-detail.ts';
import { companyQuery, scopeCompaniesQuery } from '../features/companies/queries.ts';
import NewMeeting from '../features/meetings/new-meeting.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { hrefOf } from './navigation.tsx';
import { useInvitable } from './use-invitable.ts';

/** The New meeting dialog with the people of a client, who is chosen in it where the page has none. Loads on first use. */
export default function PlanMeeting({
  companyId: known,
  templateId,
  previous,
  onClose,
}: {
  companyId?: string;
  templateId?: string;
  /** The closed meeting after which it comes. */
  previous?: MeetingDetail;
  onClose: () => void;
}) {
  const router = useRouter();
  const [chosen, setChosen] = useState<string>();
  const [search, setSearch] = useState('');
  const companyId = known ?? chosen;
  const { data: company } = useQuery({ ...companyQuery(companyId ?? ''), enabled: companyId !== undefined });
  const people = useInvitable(companyId);
  const { data: found, isFetching } = useQuery({ ...scopeCompaniesQuery(search), enabled: known === undefined });
  // What the dialog starts with follows from the client of the page.
  if (known && !company) return null;
  return (
    <NewMeeting
      company={company}
      people={people}
      {...(templateId ? { templateId } : {})}
      {...(previous ? { previous } : {})}
      {...(known
        ? {}
        : {
            chooseClient: (ref: RefObject<HTMLButtonElement | null>) => (
              <Combobox
                ref={ref}
                options={(found?.items ?? []).map((one) => ({ value: one.companyId, label: one.name }))}
                value={company ? { value: company.companyId, label: company.name } : null}
                onChange={(option) => setChosen(option?.value)}
                onSearch={setSearch}
                searching={isFetching}
                placeholder="Choose a client"
                empty="No client of this name."
              />
            ),
          })}
      onClose={onClose}
      onOpen={(meeting) => router.history.push(hrefOf(`meetings/${meeting.meetingId}`, meeting.companyId))}
    />
  );
}
