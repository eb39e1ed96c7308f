import { useQuery } from '@tanstack/react-query';
import { FileUp, Plus, SlidersHorizontal } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useMay } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { counted } from '../../ui/format.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { CardSkeleton, StatStripSkeleton } from '../../ui/skeleton.tsx';
import type { DeviceClient } from './device-client.ts';
import { DeviceList, type DeviceListProps } from './device-list.tsx';
import type { DeviceSearch } from './device-search.ts';
import { figuresQuery } from './queries.ts';

const DeviceForm = lazy(() => import('./device-form.tsx'));
const LifecycleTab = lazy(() => import('./lifecycle-tab.tsx'));
const PoliciesDialog = lazy(() => import('./policies-dialog.tsx'));

const TABS = [
  { value: 'list', label: 'List' },
  { value: 'lifecycle', label: 'Lifecycle' },
] as const;

/** One client's devices: the list, and what falls due when. */
export function DevicesPage(
  props: Omit<DeviceListProps, 'companyId' | 'clientName' | 'head' | 'start'> & {
    client: DeviceClient;
    /** Address of the list under another search. */
    listHref: (search: DeviceSearch) => string;
    importHref: string;
  },
) {
  const { client, search, onSearch } = props;
  const { companyId } = client;
  const may = useMay();
  const { data: figures } = useQuery(figuresQuery(companyId));
  const writable = may('devices:write') && client.status !== 'archived';
  const open = (what: 'new' | 'policies') => onSearch({ ...search, [what]: true }, 'push');
  const close = () => onSearch({ ...search, new: undefined, policies: undefined }, 'replace');
  const add = writable ? (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => open('new')}>
      Add device
    </Button>
  ) : undefined;
  const head = (fact: string | undefined) => (
    <PageHead
      title="Devices"
      fact={fact}
      actions={
        <>
          <Segmented
            label="Show"
            options={TABS}
            value={search.tab ?? 'list'}
            onChange={(tab) => onSearch(tab === 'list' ? {} : { tab }, 'push')}
          />
          {writable ? (
            <LinkButton icon={<FileUp aria-hidden />} href={props.importHref}>
              Import
            </LinkButton>
          ) : null}
          <Button icon={<SlidersHorizontal aria-hidden />} onClick={() => open('policies')}>
            Policies
          </Button>
        </>
      }
      primary={add}
    />
  );
  return (
    <>
      {search.tab === 'lifecycle' ? (
        <div className="flex flex-col gap-4">
          {head(figures ? counted(figures.devices, 'device') : undefined)}
          <Suspense fallback={<LifecycleSkeleton />}>
            <LifecycleTab client={client} listHref={props.listHref} />
          </Suspense>
        </div>
      ) : (
        <DeviceList {...props} companyId={companyId} head={head} start={add} />
      )}
      <Suspense>
        {search.new && writable ? (
          <DeviceForm
            companyId={companyId}
            onClose={close}
            onAdded={(deviceId) => onSearch({ ...search, new: undefined, peek: deviceId }, 'replace')}
          />
        ) : null}
        {search.policies ? <PoliciesDialog client={client} onClose={close} /> : null}
      </Suspense>
    </>
  );
}

function LifecycleSkeleton() {
  return (
    <>
      <StatStripSkeleton label="Loading the lifecycle" />
      <CardSkeleton label="Loading the lifecycle" rows={8} />
    </>
  );
}
