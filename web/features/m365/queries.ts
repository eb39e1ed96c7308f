import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ControlFilter } from '../../../shared/m365/control.ts';
import type { M365UserFilter } from '../../../shared/m365/user.ts';
import { api, client } from '../../lib/api.ts';
import { byCursor } from '../../lib/by-cursor.ts';

export const PAGE = 50;
const CONTROLS = 100;

/** A page of the clients with their Microsoft 365 in a few figures. */
export const companiesQuery = (q?: string, cursor?: string) =>
  api.m365.listCompanies.queryOptions({ input: { limit: PAGE, q, cursor }, placeholderData: keepPreviousData });

export const overviewQuery = (companyId: string) => api.m365.overview.queryOptions({ input: { companyId } });
export const secureScoreQuery = (companyId: string) => api.m365.secureScore.queryOptions({ input: { companyId } });
export const licencesQuery = (companyId: string) => api.m365.licences.queryOptions({ input: { companyId } });
export const settingsQuery = () => api.m365.settings.queryOptions();

export type ControlChoice = Pick<ControlFilter, 'tier' | 'category' | 'status'> & { order?: ControlFilter['order'] };

/** The controls of a client's Secure Score; a page holds nearly always all of them. */
export const controlsQuery = (companyId: string, choice: ControlChoice) =>
  infiniteQueryOptions({
    queryKey: [...m365Key(), 'controls', companyId, choice] as const,
    queryFn: ({ pageParam, signal }) =>
      client.m365.controls({ companyId, ...choice, limit: CONTROLS, cursor: pageParam }, { signal }),
    ...byCursor,
    placeholderData: keepPreviousData,
  });

/** One control with Microsoft's text. */
export const controlQuery = (companyId: string, controlId: string) =>
  api.m365.control.queryOptions({ input: { companyId, controlId } });

/** Where a control of a client is used. */
export const controlLinksQuery = (one: { companyId: string; controlId: string }) =>
  api.m365.controlLinks.queryOptions({ input: one });
/** Where a licence of a client is used. */
export const licenceLinksQuery = (one: { companyId: string; partNumber: string }) =>
  api.m365.licenceLinks.queryOptions({ input: one });

export type UserChoice = Partial<Pick<M365UserFilter, 'status' | 'kind' | 'licence' | 'q' | 'cursor'>>;

/** A page of a tenant's accounts by name. */
export const usersQuery = (companyId: string, choice: UserChoice) =>
  api.m365.users.queryOptions({ input: { companyId, limit: PAGE, ...choice }, placeholderData: keepPreviousData });

interface OneUser {
  companyId: string;
  userKey: string;
}

/** One account of a tenant, and the devices that name it as their user. */
export const userQuery = (one: OneUser) => api.m365.user.queryOptions({ input: one });
export const userDevicesQuery = (one: OneUser) => api.m365.userDevices.queryOptions({ input: one });

/** The account that a device's user is. `named` is what the device calls them: another name is another question. */
export const deviceUserQuery = (one: { companyId: string; deviceId: string }, named: string) =>
  queryOptions({
    queryKey: [...m365Key(), 'device-user', one, named] as const,
    queryFn: ({ signal }) => client.m365.deviceUser(one, { signal }),
  });

/** Everything about Microsoft 365, for invalidation after a change. */
export const m365Key = () => api.m365.key();
