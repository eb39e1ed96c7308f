import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { companyQuery } from '../../../features/companies/queries.ts';
import { CardSkeleton } from '../../../ui/skeleton.tsx';
import { hrefOf } from '../../navigation.tsx';

const ImportContacts = lazy(() => import('../../../features/companies/import-contacts.tsx'));

export const Route = createFileRoute('/_app/c/$companyId/people/import')({
  loader: ({ context: { queryClient }, params: { companyId } }) => queryClient.ensureQueryData(companyQuery(companyId)),
  component: Import,
});

function Import() {
  const { companyId } = Route.useParams();
  const navigate = useNavigate();
  const { data: company } = useSuspenseQuery(companyQuery(companyId));
  return (
    <Suspense fallback={<CardSkeleton label="Loading the import" rows={8} />}>
      <ImportContacts
        clientName={company.name}
        crumbs={[
          { label: company.name, href: hrefOf('', companyId) },
          { label: 'People and places', href: hrefOf('people', companyId) },
        ]}
        onDone={() => void navigate({ to: '/c/$companyId/people', params: { companyId } })}
      />
    </Suspense>
  );
}
