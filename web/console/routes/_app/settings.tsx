import { useQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { scopeCompaniesQuery } from '../../../features/companies/queries.ts';
import { SETTINGS_TABS, type SettingsTab } from '../../../features/identity/page-tabs.ts';
import { mspQuery } from '../../../features/identity/queries.ts';
import type { AuditSearch } from '../../../features/identity/settings-audit.tsx';
import { SettingsPage } from '../../../features/identity/settings-page.tsx';
import { textParam, wordParam } from '../../../lib/search.ts';

const day = (raw: Record<string, unknown>, name: string) => {
  const text = textParam(raw, name);
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
};

export const Route = createFileRoute('/_app/settings')({
  validateSearch: (raw: Record<string, unknown>): AuditSearch & { tab?: SettingsTab } => ({
    tab: wordParam(raw, 'tab', SETTINGS_TABS),
    from: day(raw, 'from'),
    to: day(raw, 'to'),
    who: textParam(raw, 'who'),
  }),
  loader: ({ context }) => void context.queryClient.prefetchQuery(mspQuery()),
  component: Settings,
});

function Settings() {
  const { tab = 'profile', ...audit } = Route.useSearch();
  const navigate = useNavigate();
  const companies = useQuery(scopeCompaniesQuery()).data?.items;
  const clientNames = useMemo(() => new Map(companies?.map(({ companyId, name }) => [companyId, name])), [companies]);
  return (
    <SettingsPage
      tab={tab}
      onTab={(next) =>
        void navigate({ to: '/settings', search: next === 'profile' ? {} : { tab: next }, replace: true })
      }
      audit={{
        clientNames,
        search: audit,
        onSearch: (next) => void navigate({ to: '/settings', search: { tab: 'audit', ...next }, replace: true }),
      }}
    />
  );
}
