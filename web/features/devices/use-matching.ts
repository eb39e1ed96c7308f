import { useState } from 'react';
import type { ChosenDevice } from '../../../shared/devices/several-devices.ts';
import { client } from '../../lib/api.ts';
import { errorWords } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import type { DeviceChoice } from './queries.ts';

/**
 * All devices that the list would show, for who means all of them: gathered a thousand at a time, with no more of each than
 * what is done with it needs.
 */
export function useMatching(companyId: string | undefined, choice: DeviceChoice) {
  const [gathered, setGathered] = useState<readonly ChosenDevice[]>([]);
  const [busy, setBusy] = useState(false);
  /** @returns them; undefined when they could not be read, which a toast says */
  const gather = async (): Promise<readonly ChosenDevice[] | undefined> => {
    if (!companyId || busy) return undefined;
    setBusy(true);
    const all: ChosenDevice[] = [];
    try {
      let cursor: string | undefined;
      do {
        const page = await client.devices.chosen({ ...choice, companyId, cursor });
        all.push(...page.items);
        cursor = page.cursor;
      } while (cursor);
      setGathered(all);
      return all;
    } catch (error) {
      const { title, detail } = errorWords(error);
      toast({ title: 'Not all devices could be selected', detail: detail ?? title, tone: 'bad' });
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { gathered, gather };
}
