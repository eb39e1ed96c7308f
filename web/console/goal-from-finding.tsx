import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { companyQuery, contactsQuery } from '../features/companies/queries.ts';
import { findingQuery, refreshFindings } from '../features/findings/queries.ts';
import NewGoal from '../features/goals/new-goal.tsx';
import { hrefOf } from './navigation.tsx';
import { usePeople } from './people.ts';

/** The New goal dialog with a finding's words. Loads on first use. */
export default function GoalFromFinding({
  companyId,
  findingId,
  onClose,
}: {
  companyId: string;
  findingId: string;
  onClose: () => void;
}) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const people = usePeople();
  const { data: company } = useQuery(companyQuery(companyId));
  const { data: contacts } = useQuery(contactsQuery(companyId));
  const { data: finding } = useQuery(findingQuery(companyId, findingId));
  if (!company || !contacts || !finding) return null;
  const { title, risk } = finding;
  return (
    <NewGoal
      company={company}
      people={people}
      contacts={contacts.items}
      from={{ title: title.slice(0, 160), priority: risk, category: 'security', findingId }}
      onClose={() => {
        onClose();
        void refreshFindings(queryClient);
      }}
      onOpen={(goalId) => router.history.push(hrefOf(`goals/${goalId}`, companyId))}
    />
  );
}
