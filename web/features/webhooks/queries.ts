import { api } from '../../lib/api.ts';
import { byCursor } from '../../lib/by-cursor.ts';

const PAGE = 50;

export const webhooksQuery = () => api.webhooks.list.queryOptions();
export const webhooksKey = () => api.webhooks.list.key();

/** The events that a webhook may ask for; they change with a release. */
export const eventsQuery = () => api.webhooks.events.queryOptions({ staleTime: Number.POSITIVE_INFINITY });

export const deliveriesQuery = (webhookId: string, failed: boolean) =>
  api.webhooks.deliveries.infiniteOptions({
    input: (cursor: string | undefined) => ({
      webhookId,
      limit: PAGE,
      cursor,
      ...(failed ? { state: 'failed' as const } : {}),
    }),
    ...byCursor,
    // What is under way has its outcome within seconds.
    refetchInterval: ({ state }) =>
      state.data?.pages[0]?.items.some((delivery) => delivery.state === 'planned') ? 1_500 : false,
  });
export const deliveriesKey = () => api.webhooks.deliveries.key();
