import { lazy, Suspense } from 'react';
import type { DeviceDetail } from '../../shared/devices/device.ts';
import { hrefOf } from './navigation.tsx';

const DeviceUser = lazy(() => import('../features/m365/device-user.tsx'));

/** The Microsoft 365 account of who uses a device, for the device's panel. */
export function userOfDevice({ companyId, deviceId, user }: DeviceDetail) {
  if (user === undefined) return null;
  return (
    <Suspense>
      <DeviceUser
        companyId={companyId}
        deviceId={deviceId}
        named={user}
        userHref={(userKey) => `${hrefOf('m365', companyId)}?tab=users&user=${userKey}`}
      />
    </Suspense>
  );
}
