import type { ChosenDevice } from '../../../shared/devices/several-devices.ts';
import { every } from '../../../shared/kernel/every.ts';
import { client } from '../../lib/api.ts';
import { refusalWords } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import type { DeviceChoice } from './queries.ts';

/**
 * All devices that a client's list would show, for who means all of them: gathered a thousand at a time, with no more of each
 * than what is done with it needs. Undefined when they could not be read, which a toast says.
 */
export async function allMatching(
  companyId: string,
  choice: DeviceChoice,
): Promise<readonly ChosenDevice[] | undefined> {
  try {
    return await every((cursor) => client.devices.chosen({ ...choice, companyId, cursor }));
  } catch (error) {
    toast({ title: 'Not all devices could be selected', detail: refusalWords(error), tone: 'bad' });
    return undefined;
  }
}
