import { SlidersHorizontal } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { Button } from '../../ui/button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { DeviceList, type DeviceListProps } from './device-list.tsx';

const PoliciesDialog = lazy(() => import('./policies-dialog.tsx'));

/** The devices of all clients, and the MSP's lifecycle policies. */
export function AllDevices(props: Omit<DeviceListProps, 'companyId' | 'head'>) {
  const { search, onSearch } = props;
  return (
    <>
      <DeviceList
        {...props}
        head={(fact) => (
          <PageHead
            title="Devices"
            fact={fact}
            actions={
              <Button
                icon={<SlidersHorizontal aria-hidden />}
                onClick={() => onSearch({ ...search, policies: true }, 'push')}
              >
                Policies
              </Button>
            }
          />
        )}
      />
      <Suspense>
        {search.policies ? (
          <PoliciesDialog onClose={() => onSearch({ ...search, policies: undefined }, 'replace')} />
        ) : null}
      </Suspense>
    </>
  );
}
