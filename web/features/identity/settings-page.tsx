import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import { useMay, useSession } from '../../lib/session.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { type Tab, Tabs } from '../../ui/tabs.tsx';
import type { SettingsTab } from './page-tabs.ts';
import { mspQuery } from './queries.ts';
import type { AuditView } from './settings-audit.tsx';
import { MspFacts } from './settings-facts.tsx';
import type { KeysView } from './settings-keys.tsx';

const MspProfileTab = lazy(() => import('./settings-profile.tsx'));
const BrandingTab = lazy(() => import('./settings-branding.tsx'));
const SecurityTab = lazy(() => import('./settings-security.tsx'));
const KeysTab = lazy(() => import('./settings-keys.tsx'));
const AuditTab = lazy(() => import('./settings-audit.tsx'));

/** The MSP's own settings. Who may not change them reads them. */
export function SettingsPage({
  tab,
  onTab,
  keys,
  webhooks,
  audit,
}: {
  tab: SettingsTab;
  onTab: (tab: SettingsTab) => void;
  keys: KeysView;
  /** Another feature's part, as the page's route brings it. */
  webhooks: ReactNode;
  audit: AuditView;
}) {
  const { msp } = useSession();
  const may = useMay();
  const { data, error, refetch } = useQuery(mspQuery());
  const writes = may('msp:write');
  const waiting = error ? (
    <ErrorState error={error} onRetry={() => void refetch()} />
  ) : (
    <CardSkeleton label="Loading the settings" rows={8} className="max-w-160" />
  );
  const profile = data && (writes ? <MspProfileTab msp={data} /> : <MspFacts msp={data} />);
  const tabs: Tab<SettingsTab>[] = [
    { value: 'profile', label: 'Profile', panel: profile ?? waiting },
    ...(writes
      ? ([
          { value: 'branding', label: 'Branding', panel: data ? <BrandingTab msp={data} /> : waiting },
          { value: 'security', label: 'Security', panel: data ? <SecurityTab msp={data} /> : waiting },
        ] as const)
      : []),
    ...(may('keys:manage') ? [{ value: 'api-keys', label: 'API keys', panel: <KeysTab {...keys} /> } as const] : []),
    ...(may('webhooks:manage') ? [{ value: 'webhooks', label: 'Webhooks', panel: webhooks } as const] : []),
    ...(may('audit:read') ? [{ value: 'audit', label: 'Audit', panel: <AuditTab {...audit} /> } as const] : []),
  ];
  const shown = tabs.some(({ value }) => value === tab) ? tab : 'profile';
  return (
    <div className="flex flex-col gap-3">
      <PageHead title="Settings" fact={msp.name} />
      <Suspense fallback={<CardSkeleton label="Loading the settings" rows={8} className="max-w-160" />}>
        <Tabs label="Parts of the settings" tabs={tabs} value={shown} onChange={onTab} />
      </Suspense>
    </div>
  );
}
