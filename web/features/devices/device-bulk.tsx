import { Archive, ArchiveRestore, MapPlus } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { ChosenDevice } from '../../../shared/devices/several-devices.ts';
import { useMay } from '../../lib/session.ts';
import { useRecordActions } from '../../ui/record-actions.tsx';
import { allMatching } from './all-matching.ts';
import type { DeviceClient, ReplaceDevices } from './device-client.ts';
import { deviceRef } from './device-ref.ts';
import type { DeviceChoice } from './queries.ts';
import { useDeviceActions } from './use-device-actions.ts';

const BulkBar = lazy(() => import('../../ui/bulk-bar.tsx'));
const PlanReplacement = lazy(() => import('./plan-replacement.tsx'));

/** What can be done with the ticked devices. Loads with the first tick. */
export default function DeviceBulk({
  devices,
  matching,
  choice,
  onAll,
  retired,
  client,
  clientName,
  replace,
  onClear,
}: {
  devices: readonly ChosenDevice[];
  /** How many the list would show in all, when more than are ticked. */
  matching?: number | 'uncounted';
  /** What the list asks. */
  choice: DeviceChoice;
  /** All that match are meant. */
  onAll: (all: readonly ChosenDevice[]) => void;
  /** The list shows those that are out of use. */
  retired: boolean;
  client?: DeviceClient;
  clientName?: (companyId: string) => ReactNode;
  replace: ReplaceDevices;
  onClear: () => void;
}) {
  const may = useMay();
  const act = useDeviceActions();
  const actionsOf = useRecordActions();
  const [planning, setPlanning] = useState<readonly ChosenDevice[]>();
  const plans = may('planner:write') && !retired;
  const selectAll = async () => {
    const all = client && (await allMatching(client.companyId, choice));
    if (all) onAll(all);
  };
  const run = (to: 'retire' | 'restore') => () => {
    onClear();
    void act(to, devices);
  };
  return (
    <>
      <Suspense>
        <BulkBar
          count={devices.length}
          matching={matching}
          onSelectMatching={() => void selectAll()}
          onClear={onClear}
          actions={[
            ...(plans
              ? [
                  {
                    id: 'plan',
                    label: 'Plan replacement',
                    icon: <MapPlus aria-hidden />,
                    onSelect: () => setPlanning(devices),
                  },
                ]
              : []),
            ...actionsOf(devices.map(deviceRef), onClear),
            ...(may('devices:write')
              ? [
                  retired
                    ? {
                        id: 'restore',
                        label: 'Back in use',
                        icon: <ArchiveRestore aria-hidden />,
                        onSelect: run('restore'),
                      }
                    : { id: 'retire', label: 'Retire', icon: <Archive aria-hidden />, onSelect: run('retire') },
                ]
              : []),
          ]}
        />
      </Suspense>
      <Suspense>
        {planning ? (
          <PlanReplacement
            devices={planning}
            client={client}
            clientName={clientName}
            replace={replace}
            onClose={() => setPlanning(undefined)}
            onDone={onClear}
          />
        ) : null}
      </Suspense>
    </>
  );
}
