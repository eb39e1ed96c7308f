import { useQueryClient } from '@tanstack/react-query';
import type { DeviceRow } from '../../../shared/devices/device.ts';
import { client } from '../../lib/api.ts';
import { errorWords } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import { refreshDevices } from './queries.ts';
import { counted } from './text.ts';

export type Kept = Pick<DeviceRow, 'companyId' | 'deviceId' | 'name' | 'v'>;
type To = 'retire' | 'restore';

const DONE: Record<To, string> = { retire: 'Retired', restore: 'Back in use' };
const OTHER: Record<To, To> = { retire: 'restore', restore: 'retire' };

/** Takes devices out of use or brings them back, one after the other; what was done can be undone from the toast. */
export function useDeviceActions(): (to: To, devices: readonly Kept[]) => Promise<void> {
  const queryClient = useQueryClient();
  const run = async (to: To, devices: readonly Kept[]): Promise<void> => {
    const done: Kept[] = [];
    const failed: string[] = [];
    for (const { companyId, deviceId, name, v } of devices) {
      try {
        done.push(await client.devices[to]({ companyId, deviceId, v }));
      } catch (error) {
        const { title, detail } = errorWords(error);
        failed.push(`${name}: ${detail ?? title}`);
      }
    }
    await refreshDevices(queryClient);
    const [first] = done;
    if (first) {
      toast({
        title: DONE[to],
        detail: done.length === 1 ? first.name : counted(done.length, 'device'),
        undo: () => void run(OTHER[to], done),
      });
    }
    if (failed.length > 0) {
      toast({ title: `${counted(failed.length, 'device')} left as before`, detail: failed.join(' '), tone: 'bad' });
    }
  };
  return run;
}
