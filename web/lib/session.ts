import { useSuspenseQuery } from '@tanstack/react-query';
import type { SessionInfo } from '../../shared/identity/session.ts';
import type { Permission } from '../../shared/kernel/permissions.ts';
import { api } from './api.ts';

export type { SessionInfo };

/** Who is there. Asked once, kept until something says 401; sign-in, second factor and switch put their answer here. */
export const sessionQuery = () => api.identity.session.queryOptions({ staleTime: 5 * 60_000, retry: false });

/** The session of a page that needs one: the route has made sure that it is there. */
export function useSession(): SessionInfo {
  return useSuspenseQuery(sessionQuery()).data;
}

/** Whether the person may do this; what they may not do is not offered. The API decides anyway. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useSession();
  return (permission) => permissions.includes(permission);
}
