import { useQueryClient } from '@tanstack/react-query';
import { Archive, ArchiveRestore, MapPlus, Pencil, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { DeviceDetail } from '../../../shared/devices/device.ts';
import { client as calls } from '../../lib/api.ts';
import { useMay } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { toast } from '../../ui/toast.tsx';
import type { DevicePanelProps } from './device-panel.tsx';
import { refreshDevices } from './queries.ts';
import { useDeviceActions } from './use-device-actions.ts';

const DeviceForm = lazy(() => import('./device-form.tsx'));
const PlanReplacement = lazy(() => import('./plan-replacement.tsx'));
const ConfirmDialog = lazy(async () => ({ default: (await import('../../ui/confirm-dialog.tsx')).ConfirmDialog }));

/** What can be done with the open device. */
export function DeviceFooter({
  device,
  client,
  replace,
  plannedAs,
  onClose,
}: Pick<DevicePanelProps, 'client' | 'replace' | 'plannedAs' | 'onClose'> & { device: DeviceDetail }) {
  const may = useMay();
  const queryClient = useQueryClient();
  const act = useDeviceActions();
  const [open, setOpen] = useState<'edit' | 'plan' | 'delete'>();
  const close = () => setOpen(undefined);
  const retired = device.retiredAt !== undefined;
  const writes = may('devices:write');
  const plans = may('planner:write') && !retired && plannedAs === null;
  if (!writes && !plans) return null;
  return (
    <>
      {plans ? (
        <Button
          variant="primary"
          className="max-sm:w-full"
          icon={<MapPlus aria-hidden />}
          onClick={() => setOpen('plan')}
        >
          Plan replacement
        </Button>
      ) : null}
      {writes ? (
        <>
          <Button icon={<Pencil aria-hidden />} onClick={() => setOpen('edit')}>
            Edit
          </Button>
          {retired ? (
            <Button icon={<ArchiveRestore aria-hidden />} onClick={() => void act('restore', [device])}>
              Back in use
            </Button>
          ) : (
            <Button icon={<Archive aria-hidden />} onClick={() => void act('retire', [device])}>
              Retire
            </Button>
          )}
          {/* A synced one would come back with the next sync. */}
          {device.integrationId ? null : (
            <span className="ml-auto">
              <IconButton
                label={`Delete ${device.name}`}
                icon={<Trash2 aria-hidden />}
                onClick={() => setOpen('delete')}
              />
            </span>
          )}
        </>
      ) : null}
      <Suspense>
        {open === 'edit' ? <DeviceForm companyId={device.companyId} device={device} onClose={close} /> : null}
        {open === 'plan' ? (
          <PlanReplacement devices={[device]} client={client} replace={replace} onClose={close} />
        ) : null}
        {open === 'delete' ? (
          <ConfirmDialog
            open
            onOpenChange={(next) => !next && close()}
            title={`Delete ${device.name}`}
            effect="The device and what is known of it are gone for good. What was out of use and should be remembered is retired instead."
            verb="Delete device"
            onConfirm={async () => {
              const { companyId, deviceId, v } = device;
              await calls.devices.remove({ companyId, deviceId, v });
              onClose();
              toast({ title: 'Deleted', detail: device.name });
              await refreshDevices(queryClient);
            }}
          />
        ) : null}
      </Suspense>
    </>
  );
}
