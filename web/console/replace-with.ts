import type { QueryClient } from '@tanstack/react-query';
import type { AnyRouter } from '@tanstack/react-router';
import type { ReplaceDevices } from '../features/devices/device-client.ts';
import { hrefOf } from './navigation.tsx';

/** How devices become a replacement: the planner's part, loaded when it is first used. */
export function replaceWith(queryClient: QueryClient, router: Pick<AnyRouter, 'history'>): ReplaceDevices {
  return async (choice) => {
    const { replaceDevices } = await import('../features/planner/replace-devices.ts');
    const { companyId, plannerItemId, title } = await replaceDevices(queryClient, choice);
    return { title, open: () => router.history.push(hrefOf(`planner/${plannerItemId}`, companyId)) };
  };
}
