import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { lazy } from 'react';
import { AccountPage } from '../../features/identity/account-page.tsx';
import { ACCOUNT_TABS, type AccountTab } from '../../features/identity/page-tabs.ts';
import { profileQuery } from '../../features/identity/queries.ts';
import { wordParam } from '../../lib/search.ts';

const Preferences = lazy(() => import('../../features/notifications/preferences.tsx'));

export const Route = createFileRoute('/portal/$mspSlug/_app/account')({
  validateSearch: (raw: Record<string, unknown>): { tab?: AccountTab } => ({
    tab: wordParam(raw, 'tab', ACCOUNT_TABS),
  }),
  loader: ({ context }) => void context.queryClient.prefetchQuery(profileQuery()),
  component: Account,
});

function Account() {
  const { tab = 'profile' } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <AccountPage
      tab={tab}
      notifications={<Preferences />}
      onTab={(next) => void navigate({ search: next === 'profile' ? {} : { tab: next }, replace: true })}
    />
  );
}
