import { lazy, type ReactNode, Suspense } from 'react';
import { useSession } from '../../lib/session.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { UnconfirmedAddress } from './account-address.tsx';
import type { AccountTab } from './page-tabs.ts';

const ProfileTab = lazy(() => import('./account-profile.tsx'));
const PasswordTab = lazy(() => import('./account-password.tsx'));
const SecondFactorTab = lazy(() => import('./account-second-factor.tsx'));
const SessionsTab = lazy(() => import('./account-sessions.tsx'));
const MembershipsTab = lazy(() => import('./account-memberships.tsx'));

const waiting = (panel: ReactNode) => <Suspense fallback={<CardSkeleton label="Loading" rows={6} />}>{panel}</Suspense>;

/** A person's own settings: the same in console and portal, because the login is the same. */
export function AccountPage({
  tab,
  onTab,
  notifications,
}: {
  tab: AccountTab;
  onTab: (tab: AccountTab) => void;
  /** What the person wants to be told: a part of another feature. */
  notifications: ReactNode;
}) {
  const { memberships, person } = useSession();
  const several = memberships.length > 1;
  const tabs = [
    { value: 'profile', label: 'Profile', panel: waiting(<ProfileTab />) },
    { value: 'notifications', label: 'Notifications', panel: waiting(notifications) },
    { value: 'password', label: 'Password', panel: waiting(<PasswordTab />) },
    { value: 'second-factor', label: 'Second factor', panel: waiting(<SecondFactorTab />) },
    { value: 'sessions', label: 'Sessions', panel: waiting(<SessionsTab />) },
    ...(several
      ? [
          {
            value: 'memberships',
            label: 'Memberships',
            count: memberships.length,
            panel: waiting(<MembershipsTab />),
          } as const,
        ]
      : []),
  ] as const;
  const shown = tabs.some(({ value }) => value === tab) ? tab : 'profile';
  return (
    <div className="flex max-w-160 flex-col gap-3">
      <PageHead title="Your account" fact={person.email} />
      <UnconfirmedAddress />
      <Tabs label="Parts of your account" tabs={tabs} value={shown} onChange={onTab} />
    </div>
  );
}
