import { useQuery } from '@tanstack/react-query';
import { Check, Lock } from 'lucide-react';
import type { VendorId } from '../../../shared/integrations/vendor.ts';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { Steps } from '../../ui/steps.tsx';
import { ConnectForm } from './connect-form.tsx';
import { catalogueQuery } from './queries.ts';
import { counted } from './text.ts';

/** The way from a vendor to the first sync; the later steps stand on the integration's own page. */
export const SETUP_STEPS = [
  { id: 'app', label: 'App registration' },
  { id: 'map', label: 'Map companies' },
  { id: 'sync', label: 'First sync' },
];

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
            <ConnectForm vendor={vendor} vendorName={entry.name} onConnected={onConnected} />
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

/** What an administrator grants, all of it for reading. */
export function PermissionsCard({ permissions }: { permissions: readonly string[] }) {
  return (
    <Card>
      <CardHead title="Permissions" fact={`${counted(permissions.length, 'permission')}, read only`} />
      <CardBody className="flex flex-col gap-3">
        <ul className="flex flex-col gap-1.5">
          {permissions.map((permission) => (
            <li key={permission} className="flex items-center gap-2">
              <Check aria-hidden className="size-4 shrink-0 text-ok" />
              <code className="min-w-0 select-all break-words font-sans text-ink-2">{permission}</code>
            </li>
          ))}
        </ul>
        <p className="flex items-start gap-2 border-line border-t pt-3 text-ink-3 text-meta">
          <Lock aria-hidden className="mt-px size-3.5 shrink-0" />
          Nothing is written, and no mail or file content is read. Disconnecting removes all of it.
        </p>
      </CardBody>
    </Card>
  );
}
