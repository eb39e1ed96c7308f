import type { DeviceType } from '../../shared/devices/device-type.ts';
import { every } from '../../shared/kernel/every.ts';
import type { NewPlannerItem, PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import type { Api } from './person.ts';

/** Devices of the demo, by kind: so many of those that fall due first. */
export interface Due {
  type: DeviceType;
  count: number;
}

/**
 * An item of the story; `publish` shows it to the client, `replaces` links the devices that it takes out of use, `about` those
 * that it is about.
 */
export type Work = Partial<Omit<NewPlannerItem, 'companyId' | 'findingId' | 'goalId'>> & {
  title: string;
  publish?: true;
  replaces?: Due;
  about?: Due;
};

/** Devices of a kind that are not taken yet, those first that fall due first. */
export async function dueFirst(
  api: Api,
  companyId: string,
  { type, count }: Due,
  taken: ReadonlySet<string> = new Set(),
): Promise<string[]> {
  const all = await every((cursor) => api.devices.list({ companyId, type, limit: 100, cursor }));
  return all
    .filter(({ deviceId, replacementDue }) => replacementDue && !taken.has(deviceId))
    .toSorted((a, b) => (a.replacementDue ?? '').localeCompare(b.replacementDue ?? ''))
    .slice(0, count)
    .map(({ deviceId }) => deviceId);
}

/** Puts the story's work on a client's roadmap, by key. What replaces devices comes one by one: each takes its own. */
export async function plan(
  api: Api,
  companyId: string,
  work: Record<string, Work>,
): Promise<Record<string, PlannerItemDetail>> {
  const taken = new Set<string>();
  const begun = async ({ replaces, about, publish, ...facts }: Work): Promise<PlannerItemDetail> => {
    if (about) {
      const { plannerItemId, v } = await api.planner.create({ companyId, ...facts });
      const deviceIds = await dueFirst(api, companyId, about);
      return api.planner.attachDevices({ companyId, plannerItemId, v, deviceIds });
    }
    if (!replaces) return api.planner.create({ companyId, ...facts });
    const deviceIds = await dueFirst(api, companyId, replaces, taken);
    for (const id of deviceIds) taken.add(id);
    const { plannerItemId, v } = await api.planner.replaceDevices({ companyId, deviceIds });
    return api.planner.edit({ companyId, plannerItemId, v, ...facts });
  };
  const make = async ([key, one]: [string, Work]): Promise<[string, PlannerItemDetail]> => {
    const item = await begun(one);
    const { plannerItemId, v } = item;
    return [key, one.publish ? await api.planner.publish({ companyId, plannerItemId, v }) : item];
  };
  const all = Object.entries(work);
  const made: [string, PlannerItemDetail][] = [];
  for (const one of all.filter(([, { replaces }]) => replaces)) made.push(await make(one));
  made.push(...(await Promise.all(all.filter(([, { replaces }]) => !replaces).map(make))));
  return Object.fromEntries(made);
}

/** Turns the first open finding whose title speaks of `word` into a planner item, with the link kept both ways. */
export async function planFinding(
  api: Api,
  companyId: string,
  word: string,
  facts: Omit<Work, 'title'>,
): Promise<void> {
  const { items } = await api.findings.list({ companyId, limit: 100 });
  const finding = items.find((one) => one.title.toLowerCase().includes(word)) ?? items[0];
  if (!finding) throw new Error(`Client ${companyId} has no finding to plan: the Microsoft 365 sync brought none.`);
  const { publish, ...rest } = facts;
  const item = await api.planner.create({ companyId, findingId: finding.findingId, title: finding.title, ...rest });
  if (publish) await api.planner.publish({ companyId, plannerItemId: item.plannerItemId, v: item.v });
}
