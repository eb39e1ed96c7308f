import type { QueryClient } from '@tanstack/react-query';
import { client } from './api.ts';

/** Ends the session and leaves for `to` with a full page load, so that nothing of the session stays in memory. */
export async function signOut(queryClient: QueryClient, to: string): Promise<void> {
  await client.identity.signOut(undefined);
  queryClient.clear();
  window.location.assign(to);
}
