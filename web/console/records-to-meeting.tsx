import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { companyQuery } from '../features/companies/queries.ts';
import AddToMeeting from '../features/meetings/add-to-meeting.tsx';
import type { RecordRef } from '../ui/record-actions.tsx';
import { refreshLinks } from './linked-queries.ts';
import { hrefOf } from './navigation.tsx';

/** Puts records of any feature on an agenda of their client. Loads on first use. */
export default function RecordsToMeeting({
  companyId,
  records,
  onAdded,
  onClose,
}: {
  companyId: string;
  records: readonly RecordRef[];
  onAdded: () => void;
  onClose: () => void;
}) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const { data: company } = useQuery(companyQuery(companyId));
  if (!company) return null;
  const meetingHref = (meetingId: string) => hrefOf(`meetings/${meetingId}`, companyId);
  return (
    <AddToMeeting
      company={company}
      records={records}
      meetingHref={meetingHref}
      onOpen={(meetingId) => router.history.push(meetingHref(meetingId))}
      onAdded={() => {
        onAdded();
        void refreshLinks(queryClient, records);
      }}
      onClose={onClose}
    />
  );
}
