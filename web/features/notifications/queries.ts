import { api } from '../../lib/api.ts';

const SHOWN = 20;
/** The bell asks again this often while the page is in view, so that a client's answer shows within seconds. */
const EVERY_MS = 5_000;

export const unreadQuery = () =>
  api.notifications.unread.queryOptions({ refetchInterval: EVERY_MS, staleTime: EVERY_MS });
export const notificationsQuery = () => api.notifications.list.queryOptions({ input: { limit: SHOWN }, staleTime: 0 });
export const notificationsKey = () => api.notifications.key();
export const preferencesQuery = () => api.notifications.preferences.queryOptions();
