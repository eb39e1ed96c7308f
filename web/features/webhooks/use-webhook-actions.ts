import { useQueryClient } from '@tanstack/react-query';
import type { Delivery } from '../../../shared/webhooks/delivery.ts';
import type { Webhook } from '../../../shared/webhooks/webhook.ts';
import { client } from '../../lib/api.ts';
import { tell } from '../../ui/tell.ts';
import { toast } from '../../ui/toast.tsx';
import { deliveriesKey, webhooksKey } from './queries.ts';

/** What can be done about a webhook with one press; a refusal stands in a toast, in the API's own words. */
export function useWebhookActions() {
  const queryClient = useQueryClient();
  const run = async (work: () => Promise<unknown>, done: { title: string; detail?: string }) => {
    try {
      await work();
      toast(done);
    } catch (error) {
      tell(error);
    }
    const keys = [webhooksKey(), deliveriesKey()];
    await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
  };
  return {
    test: ({ webhookId, name }: Webhook) =>
      run(() => client.webhooks.test({ webhookId }), { title: 'Test event sent', detail: name }),
    turn: ({ webhookId, v, name }: Webhook, on: boolean) =>
      run(() => client.webhooks.edit({ webhookId, v, on }), {
        title: on ? 'Switched on' : 'Switched off',
        detail: name,
      }),
    resend: ({ webhookId, deliveryId, type }: Delivery) =>
      run(() => client.webhooks.resend({ webhookId, deliveryId }), { title: 'Sent again', detail: type }),
    remove: async ({ webhookId, v, name }: Webhook) => {
      await client.webhooks.remove({ webhookId, v });
      await queryClient.invalidateQueries({ queryKey: webhooksKey() });
      toast({ title: 'Deleted', detail: name });
    },
  };
}
