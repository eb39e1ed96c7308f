import { useQuery } from '@tanstack/react-query';
import { type ComponentType, lazy, Suspense } from 'react';
import { type VendorId, vendorOf } from '../../../shared/integrations/vendors.ts';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { CardSkeleton, Loading, Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { Steps } from '../../ui/steps.tsx';
import { PermissionsCard } from './permissions-card.tsx';
import { catalogueQuery } from './queries.ts';
import { capital, setupSteps } from './text.ts';
import type { ConnectFormProps } from './use-connect.ts';

/** Form and preparation of each vendor: one that is missing here does not compile. */
const VENDOR_PARTS: Record<VendorId, { Form: ComponentType<ConnectFormProps>; fact: string; before: string[] }> = {
  'microsoft-365': {
    Form: lazy(() => import('./connect-microsoft.tsx')),
    fact: 'One registration serves all tenants',
    before: [
      'In Microsoft Entra, register an app that accounts of any directory may use.',
      'Give it the application permissions below and grant consent in your own tenant.',
      'Create a client secret and copy its value; it is shown once.',
    ],
  },
  ninjaone: {
    Form: lazy(() => import('./connect-ninjaone.tsx')),
    fact: 'One client serves all organisations',
    before: [
      'In NinjaOne, open Administration, Apps, API and add an API client of the kind "API Services (machine-to-machine)".',
      'Give it the scope below and the grant type "Client credentials".',
      'Copy client ID and client secret; the secret is shown once.',
    ],
  },
};

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
  const { Form, fact, before } = VENDOR_PARTS[vendor];
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!entry) return <CardSkeleton label="Loading what can be connected" rows={8} />;
  return (
    <div className="flex flex-col gap-4">
      <PageHead
        crumbs={[{ label: 'Integrations', href: '/integrations' }]}
        title={`Connect ${entry.name}`}
        fact={entry.provides}
      />
      <Steps label="Steps" steps={setupSteps(vendor)} currentId="app" />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20.5rem]">
        <Card>
          <CardHead title={capital(vendorOf(vendor).registration)} fact={fact} ruled />
          <CardBody className="max-w-160 pt-3.5">
            <Suspense fallback={<FormSkeleton />}>
              <Form key={vendor} vendorName={entry.name} onConnected={onConnected} />
            </Suspense>
          </CardBody>
        </Card>
        <div className="flex flex-col gap-4">
          <Card>
            <CardHead title="Before you begin" />
            <CardBody>
              <ol className="flex list-decimal flex-col gap-1.5 pl-4 text-ink-2">
                {before.map((step) => (
                  <li key={step}>{step}</li>
                ))}
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
