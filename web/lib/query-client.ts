import { notifyManager, QueryClient } from '@tanstack/react-query';
import { asProblem } from '../ui/problem.ts';

/** Below this a failure is the caller's own (bad input, no right, gone): asking again would not help. */
const SERVER_FAULT = 500;

/** The app's one query client: data is fresh for half a minute, faults of the server are asked again once. */
export function newQueryClient(): QueryClient {
  // By default pages hear of a change in a later task: a choice kept in the cache would spring back for that long.
  notifyManager.setScheduler(queueMicrotask);
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < 1 && (asProblem(error)?.status ?? SERVER_FAULT) >= SERVER_FAULT,
      },
    },
  });
}
