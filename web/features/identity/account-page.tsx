import { useSession } from '../../lib/session.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { MembershipsTab } from './account-memberships.tsx';
import { PasswordTab } from './account-password.tsx';
import { ProfileTab } from './account-profile.tsx';
import { SecondFactorTab } from './account-second-factor.tsx';
import { SessionsTab } from './account-sessions.tsx';
import type { AccountTab } from './page-tabs.ts';

/** A person's own settings: the same in console and portal, because the login is the same. */
export function AccountPage({ tab, onTab }: { tab: AccountTab; onTab: (tab: AccountTab) => void }) {
  const { memberships, person } = useSession();
  const several = memberships.length > 1;
  const tabs = [
    { value: 'profile', label: 'Profile', panel: <ProfileTab /> },
    { value: 'password', label: 'Password', panel: <PasswordTab /> },
    { value: 'second-factor', label: 'Second factor', panel: <SecondFactorTab /> },
    { value: 'sessions', label: 'Sessions', panel: <SessionsTab /> },
    ...(several
      ? [{ value: 'memberships', label: 'Memberships', count: memberships.length, panel: <MembershipsTab /> } as const]
      : []),
  ] as const;
  const shown = tabs.some(({ value }) => value === tab) ? tab : 'profile';
  return (
    <div className="flex max-w-160 flex-col gap-3">
      <PageHead title="Your account" fact={person.email} />
      <Tabs label="Parts of your account" tabs={tabs} value={shown} onChange={onTab} />
    </div>
  );
}
