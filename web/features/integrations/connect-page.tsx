import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { VendorId } from '../../../shared/integrations/vendor.ts';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { CardSkeleton, Loading, Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { Steps } from '../../ui/steps.tsx';
import { PermissionsCard } from './permissions-card.tsx';
import { catalogueQuery } from './queries.ts';
import { SETUP_STEPS } from './text.ts';

const ConnectForm = lazy(() => import('./connect-form.tsx'));

/** Connects a vendor: what it asks for, and the app registration that answers for it. */
export function ConnectPage({
  vendor,
  onConnected,
}: {
  vendor: VendorId;
  onConnected: (integrationId: string) => void;
}) {
  const { data, error, refetch } = useQuery(catalogueQuery());
  const entry = data?.items.find((one) => one.vendor === vendor);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!entry) return <CardSkeleton label="Loading what can be connected" rows={8} />;
  return (
    <div className="flex flex-col gap-4">
      <PageHead
        crumbs={[{ label: 'Integrations', href: '/integrations' }]}
        title={`Connect ${entry.name}`}
        fact={entry.provides}
      />
      <Steps label="Steps" steps={SETUP_STEPS} currentId="app" />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20.5rem]">
        <Card>
          <CardHead title="App registration" fact="One registration serves all tenants" ruled />
          <CardBody className="max-w-160 pt-3.5">
            <Suspense fallback={<FormSkeleton />}>
              <ConnectForm vendor={vendor} vendorName={entry.name} onConnected={onConnected} />
            </Suspense>
          </CardBody>
        </Card>
        <div className="flex flex-col gap-4">
          <Card>
            <CardHead title="Before you begin" />
            <CardBody>
              <ol className="flex list-decimal flex-col gap-1.5 pl-4 text-ink-2">
                <li>In Microsoft Entra, register an app that accounts of any directory may use.</li>
                <li>Give it the application permissions below and grant consent in your own tenant.</li>
                <li>Create a client secret and copy its value; it is shown once.</li>
              </ol>
            </CardBody>
          </Card>
          <PermissionsCard permissions={entry.permissions} />
        </div>
      </div>
    </div>
  );
}

/** In the size of the form: four fields with their help, and the buttons. */
function FormSkeleton() {
  return (
    <Loading label="Loading the form" className="flex flex-col gap-4">
      {['name', 'clientId', 'secret', 'homeTenant'].map((field) => (
        <div key={field} className="flex flex-col gap-1.5">
          <Skeleton className="h-4 w-28" />
          <Skeleton className="h-control" />
          <Skeleton className="w-3/5" />
        </div>
      ))}
      <Skeleton className="h-control w-52 self-end" />
    </Loading>
  );
}
