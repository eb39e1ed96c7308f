import { Cloud, ListChecks, MonitorSmartphone } from 'lucide-react';
import type { Feature } from '../../../shared/kernel/features.ts';

const ICONS: Partial<Record<Feature, typeof Cloud>> = {
  m365: Cloud,
  devices: MonitorSmartphone,
};

/** The mark of the source that raised a finding; its name stands in words beside it or in the panel. */
export function SourceIcon({ feature }: { feature: Feature }) {
  const Icon = ICONS[feature] ?? ListChecks;
  return <Icon aria-hidden />;
}
