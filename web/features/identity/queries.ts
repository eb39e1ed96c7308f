import { api } from '../../lib/api.ts';
import { byCursor } from '../../lib/by-cursor.ts';

const PAGE = 50;
const forever = Number.POSITIVE_INFINITY;
/** Asked once and forgotten with the page: what hangs on a secret. */
const once = { staleTime: forever, gcTime: 0, retry: false } as const;

type Status = 'active' | 'inactive' | undefined;

/** The face of a portal, for pages before the session. */
export const brandQuery = (mspSlug: string) =>
  api.identity.brand.queryOptions({ input: { mspSlug }, staleTime: 5 * 60_000, retry: false });

export const offerQuery = (token: string) => api.identity.lookAtInvitation.queryOptions({ input: { token }, ...once });

/** A new seed for the authenticator of somebody who can do nothing else yet. As a query, so that it is begun once a page. */
export const firstSeedQuery = () =>
  api.identity.startTotp.queryOptions({ input: {}, ...once, refetchOnWindowFocus: false });

export const profileQuery = () => api.identity.profile.queryOptions();
export const ownSessionsQuery = () => api.identity.ownSessions.queryOptions({ staleTime: 0 });
export const mspQuery = () => api.identity.msp.queryOptions();

export const staffQuery = (status: Status) =>
  api.identity.listStaff.infiniteOptions({
    input: (cursor: string | undefined) => ({ limit: PAGE, status, cursor }),
    ...byCursor,
  });
/** Everybody of the MSP, to put names to ids. */
export const staffNamesQuery = () =>
  api.identity.listStaff.queryOptions({ input: { limit: 100 }, staleTime: 5 * 60_000 });
export const staffInvitationsQuery = () =>
  api.identity.listStaffInvitations.infiniteOptions({
    input: (cursor: string | undefined) => ({ limit: PAGE, cursor }),
    ...byCursor,
  });
/** Staff and their invitations, for invalidation after a change. */
export const teamKeys = () => [api.identity.listStaff.key(), api.identity.listStaffInvitations.key()];

export const clientUsersQuery = (companyId: string) =>
  api.identity.listClientUsers.queryOptions({ input: { companyId, limit: 100 } });
export const clientInvitationsQuery = (companyId: string) =>
  api.identity.listClientInvitations.queryOptions({ input: { companyId, limit: 100 } });
/** Portal users of all clients and their invitations, for invalidation after a change. */
export const portalAccessKeys = () => [api.identity.listClientUsers.key(), api.identity.listClientInvitations.key()];

export const apiKeysQuery = (state: 'active' | 'ended') =>
  api.identity.listKeys.infiniteOptions({
    input: (cursor: string | undefined) => ({ limit: PAGE, state, cursor }),
    ...byCursor,
  });
/** All lists of API keys, for invalidation after a change. */
export const apiKeysKey = () => api.identity.listKeys.key();
/** Names of the newest keys, live and ended, for what they did. */
export const keyNamesQuery = () => api.identity.listKeys.queryOptions({ input: { limit: 100 }, staleTime: 5 * 60_000 });

export interface AuditSearch {
  from: string;
  to: string;
  actorId?: string;
}
export const auditQuery = ({ from, to, actorId }: AuditSearch) =>
  api.platform.listAudit.infiniteOptions({
    input: (cursor: string | undefined) => ({ from, to, actorId, limit: PAGE, cursor }),
    ...byCursor,
  });
