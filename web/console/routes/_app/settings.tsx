import { useQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { lazy, useMemo, useState } from 'react';
import { scopeCompaniesQuery } from '../../../features/companies/queries.ts';
import { SETTINGS_TABS, type SettingsTab } from '../../../features/identity/page-tabs.ts';
import { mspQuery } from '../../../features/identity/queries.ts';
import type { AuditSearch } from '../../../features/identity/settings-audit.tsx';
import type { KeysSearch } from '../../../features/identity/settings-keys.tsx';
import { SettingsPage } from '../../../features/identity/settings-page.tsx';
import type { WebhooksSearch } from '../../../features/webhooks/webhooks-tab.tsx';
import { flagParam, textParam, wordParam } from '../../../lib/search.ts';

const WebhooksTab = lazy(() => import('../../../features/webhooks/webhooks-tab.tsx'));

type SettingsSearch = { tab?: SettingsTab } & AuditSearch & KeysSearch & WebhooksSearch;

const day = (raw: Record<string, unknown>, name: string) => {
  const text = textParam(raw, name);
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
};

export const Route = createFileRoute('/_app/settings')({
  validateSearch: (raw: Record<string, unknown>): SettingsSearch => ({
    tab: wordParam(raw, 'tab', SETTINGS_TABS),
    from: day(raw, 'from'),
    to: day(raw, 'to'),
    who: textParam(raw, 'who'),
    ended: flagParam(raw, 'ended'),
    new: flagParam(raw, 'new'),
    webhook: textParam(raw, 'webhook'),
    failed: flagParam(raw, 'failed'),
  }),
  loader: ({ context }) => void context.queryClient.prefetchQuery(mspQuery()),
  component: Settings,
});

function Settings() {
  const { tab = 'profile', from, to, who, ended, webhook, failed, new: adding } = Route.useSearch();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const companies = useQuery(scopeCompaniesQuery(text)).data?.items;
  const all = useQuery(scopeCompaniesQuery()).data?.items;
  const clientNames = useMemo(() => new Map(all?.map(({ companyId, name }) => [companyId, name])), [all]);
  const clients = { found: (companies ?? []).map(({ companyId: id, name }) => ({ id, name })), onSearch: setText };
  const show = (search: SettingsSearch) => void navigate({ to: '/settings', search, replace: true });
  return (
    <SettingsPage
      tab={tab}
      onTab={(next) => show(next === 'profile' ? {} : { tab: next })}
      keys={{
        search: { ended, new: adding },
        onSearch: (next) => show({ tab: 'api-keys', ...next }),
        clients,
      }}
      webhooks={
        <WebhooksTab
          search={{ webhook, failed, new: adding }}
          onSearch={(next) => show({ tab: 'webhooks', ...next })}
          clients={clients}
          clientNames={clientNames}
        />
      }
      audit={{
        clientNames,
        search: { from, to, who },
        onSearch: (next) => show({ tab: 'audit', ...next }),
      }}
    />
  );
}
