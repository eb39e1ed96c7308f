import { useQueryClient } from '@tanstack/react-query';
import { MOST_MOVED } from '../../../shared/devices/most-moved.ts';
import type { ChosenDevice } from '../../../shared/devices/several-devices.ts';
import { pieces } from '../../../shared/kernel/pieces.ts';
import { client } from '../../lib/api.ts';
import { counted } from '../../ui/format.ts';
import { refusalWords } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import { refreshDevices } from './queries.ts';
import { byClient } from './replacement-parts.ts';

type Kept = Pick<ChosenDevice, 'companyId' | 'deviceId' | 'name'>;
type To = 'retire' | 'restore';

const DOING: Record<To, string> = { retire: 'Retiring', restore: 'Bringing back' };
const DONE: Record<To, string> = { retire: 'Retired', restore: 'Back in use' };
const OTHER: Record<To, To> = { retire: 'restore', restore: 'retire' };
const SEVERAL = { retire: 'retireSeveral', restore: 'restoreSeveral' } as const;
/** One toast, from the first piece to the end. */
const TOAST = 'devices-moved';

/**
 * Takes devices out of use or brings them back, a piece of them at a time, and says how far it is. What was done can be undone
 * from the toast; what was refused stays as it was and says why.
 */
export function useDeviceActions(): (to: To, devices: readonly Kept[]) => Promise<void> {
  const queryClient = useQueryClient();
  const run = async (to: To, devices: readonly Kept[]): Promise<void> => {
    const moved: Kept[] = [];
    const reasons = new Set<string>();
    let [looked, left] = [0, 0];
    const parts = byClient(devices).flatMap(({ companyId, devices: own }) =>
      pieces(own, MOST_MOVED).map((some) => ({ companyId, some })),
    );
    for (const { companyId, some } of parts) {
      if (parts.length > 1)
        toast({ id: TOAST, title: `${DOING[to]} ${looked} of ${counted(devices.length, 'device')}` });
      try {
        const deviceIds = some.map(({ deviceId }) => deviceId);
        const done = new Set((await client.devices[SEVERAL[to]]({ companyId, deviceIds })).deviceIds);
        moved.push(...some.filter(({ deviceId }) => done.has(deviceId)));
      } catch (error) {
        reasons.add(refusalWords(error));
        left += some.length;
      }
      looked += some.length;
    }
    await refreshDevices(queryClient);
    const [first] = moved;
    if (first) {
      toast({
        id: TOAST,
        title: DONE[to],
        detail: moved.length === 1 ? first.name : counted(moved.length, 'device'),
        undo: () => void run(OTHER[to], moved),
      });
    }
    if (left > 0)
      toast({ title: `${counted(left, 'device')} left as before`, detail: [...reasons].join(' '), tone: 'bad' });
  };
  return run;
}
