import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { companyQuery } from '../../../features/companies/queries.ts';
import { mspPoliciesQuery } from '../../../features/devices/queries.ts';
import { CardSkeleton } from '../../../ui/skeleton.tsx';
import { hrefOf } from '../../navigation.tsx';

const ImportDevices = lazy(() => import('../../../features/devices/import-devices.tsx'));

export const Route = createFileRoute('/_app/c/$companyId/devices/import')({
  loader: async ({ context: { queryClient }, params: { companyId } }) => {
    void queryClient.prefetchQuery(mspPoliciesQuery());
    await queryClient.ensureQueryData(companyQuery(companyId));
  },
  component: Import,
});

function Import() {
  const { companyId } = Route.useParams();
  const navigate = useNavigate();
  return (
    <Suspense fallback={<CardSkeleton label="Loading the import" rows={8} />}>
      <ImportDevices
        companyId={companyId}
        devicesHref={hrefOf('devices', companyId)}
        onDone={() => void navigate({ to: '/c/$companyId/devices', params: { companyId } })}
      />
    </Suspense>
  );
}
