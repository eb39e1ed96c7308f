import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { PeoplePage } from '../../../features/companies/people-page.tsx';
import { companyQuery, contactsQuery } from '../../../features/companies/queries.ts';
import { PortalAccess } from '../../../features/identity/portal-access.tsx';
import { useMay } from '../../../lib/session.ts';
import { hrefOf } from '../../navigation.tsx';

export const Route = createFileRoute('/_app/c/$companyId/people/')({
  loader: ({ context: { queryClient }, params: { companyId } }) => queryClient.ensureQueryData(companyQuery(companyId)),
  component: People,
});

function People() {
  const { companyId } = Route.useParams();
  const may = useMay();
  const { data: company } = useSuspenseQuery(companyQuery(companyId));
  const { data: contacts } = useQuery(contactsQuery(companyId));
  const access = may('people:read') ? (
    <PortalAccess companyId={companyId} companyName={company.name} contacts={contacts?.items ?? []} />
  ) : null;
  return (
    <PeoplePage key={companyId} companyId={companyId} importHref={hrefOf('people/import', companyId)} access={access} />
  );
}
