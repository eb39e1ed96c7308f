import { infiniteQueryOptions, keepPreviousData, type QueryClient } from '@tanstack/react-query';
import type { DeviceFilter } from '../../../shared/devices/device.ts';
import { api, client } from '../../lib/api.ts';
import { byCursor } from '../../lib/by-cursor.ts';

/** Devices that one call brings; the list goes on by its cursor. */
const PAGE = 100;
const HISTORY_SHOWN = 8;

/** What a list of devices asks; `quarter` stands for a fiscal year, so one client is needed for it. */
export type DeviceChoice = Partial<Omit<DeviceFilter, 'companyId' | 'limit' | 'cursor'>>;

interface One {
  companyId: string;
  deviceId: string;
}

/** Devices of one client or of all. Rows stay while another filter loads. */
export const devicesQuery = (companyId: string | undefined, { quarter, ...choice }: DeviceChoice) =>
  infiniteQueryOptions({
    queryKey: [['devices', 'rows'], { companyId, choice, quarter }] as const,
    queryFn: ({ pageParam, signal }) => {
      const page = { ...choice, limit: PAGE, cursor: pageParam };
      return companyId
        ? client.devices.list({ ...page, quarter, companyId }, { signal })
        : client.devices.listAll(page, { signal });
    },
    ...byCursor,
    placeholderData: keepPreviousData,
  });

/** One device with what a sync says of it. */
export const deviceQuery = (one: One) => api.devices.get.queryOptions({ input: one });
/** What a device led to and where it is used. */
export const deviceLinksQuery = (one: One) => api.devices.links.queryOptions({ input: one });
/** What happened to a device, newest first, page by page. */
export const deviceHistoryQuery = (one: One) =>
  api.devices.history.infiniteOptions({
    input: (cursor: string | undefined) => ({ ...one, limit: HISTORY_SHOWN, cursor }),
    ...byCursor,
  });
/** A client's devices counted: by kind, state, age, and quarter in which they fall due. */
export const figuresQuery = (companyId: string) => api.devices.figures.queryOptions({ input: { companyId } });
/** Lifecycle policies: the MSP's, or those that hold for one client. */
export const mspPoliciesQuery = () => api.devices.policies.queryOptions();
export const companyPoliciesQuery = (companyId: string) =>
  api.devices.companyPolicies.queryOptions({ input: { companyId } });

/** After a change: devices load anew, and so does what is counted and found from them. */
export function refreshDevices(queryClient: QueryClient): Promise<void> {
  void queryClient.invalidateQueries({ queryKey: api.companies.overview.key() });
  void queryClient.invalidateQueries({ queryKey: api.findings.key() });
  return queryClient.invalidateQueries({ queryKey: api.devices.key() });
}
