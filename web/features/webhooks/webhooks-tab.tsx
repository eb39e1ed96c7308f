import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { Webhook } from '../../../shared/webhooks/webhook.ts';
import type { Clients } from '../../ui/clients-field.tsx';
import type { MenuGroup } from '../../ui/menu-button.tsx';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { webhooksQuery } from './queries.ts';
import { useWebhookActions } from './use-webhook-actions.ts';
import { WebhookList } from './webhook-list.tsx';
import { WebhookView } from './webhook-view.tsx';

const WebhookForm = lazy(() => import('./webhook-form.tsx'));
const RenewSecretDialog = lazy(() => import('./renew-secret.tsx'));
const DeleteWebhookDialog = lazy(() => import('./delete-webhook.tsx'));

/** What of the webhooks is shown stands in the URL. */
export interface WebhooksSearch {
  /** The one that is open. */
  webhook?: string;
  /** Its failed deliveries alone. */
  failed?: true;
  new?: true;
}

interface Props {
  search: WebhooksSearch;
  onSearch: (next: WebhooksSearch) => void;
  clients: Clients;
  clientNames: ReadonlyMap<string, string>;
}

type Asked = { what: 'edit' | 'renew' | 'delete'; webhook: Webhook };

/** The MSP's webhooks: the list, or one of them with its log. */
export default function WebhooksTab({ search, onSearch, clients, clientNames }: Props) {
  const actions = useWebhookActions();
  const [asked, setAsked] = useState<Asked>();
  const { data, error, refetch } = useQuery(webhooksQuery());
  const close = () => setAsked(undefined);
  const menu = (webhook: Webhook): MenuGroup[] => {
    const ask = (what: Asked['what']) => () => setAsked({ what, webhook });
    const on = webhook.state === 'on';
    return [
      {
        id: 'change',
        items: [
          { id: 'edit', label: 'Edit', onSelect: ask('edit') },
          { id: 'test', label: 'Send a test event', onSelect: () => void actions.test(webhook) },
          { id: 'renew', label: 'New signing secret', onSelect: ask('renew') },
          { id: 'turn', label: on ? 'Switch off' : 'Switch on', onSelect: () => void actions.turn(webhook, !on) },
        ],
      },
      { id: 'gone', items: [{ id: 'delete', label: 'Delete', danger: true, onSelect: ask('delete') }] },
    ];
  };
  const open = data?.items.find(({ webhookId }) => webhookId === search.webhook);
  const page = () => {
    if (!search.webhook) return <WebhookList rowMenu={menu} onNew={() => onSearch({ new: true })} />;
    if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
    if (!data) return <CardSkeleton label="Loading the webhook" rows={6} />;
    if (!open)
      return (
        <EmptyState title="This webhook is not there any more">It was deleted, or is not yours to see.</EmptyState>
      );
    return (
      <WebhookView
        webhook={open}
        menu={menu(open)}
        clientNames={clientNames}
        failed={search.failed ?? false}
        onFailed={(failed) => onSearch({ ...search, failed: failed || undefined })}
      />
    );
  };
  return (
    <>
      {page()}
      <Suspense>
        {search.new ? <WebhookForm clients={clients} onClose={() => onSearch({ ...search, new: undefined })} /> : null}
        {asked?.what === 'edit' ? <WebhookForm webhook={asked.webhook} clients={clients} onClose={close} /> : null}
        {asked?.what === 'renew' ? <RenewSecretDialog webhook={asked.webhook} onClose={close} /> : null}
        {asked?.what === 'delete' ? (
          <DeleteWebhookDialog
            webhook={asked.webhook}
            onClose={close}
            onConfirm={async () => {
              await actions.remove(asked.webhook);
              onSearch({});
            }}
          />
        ) : null}
      </Suspense>
    </>
  );
}
