import {
  ClipboardList,
  Cloud,
  HardDrive,
  Layers,
  LifeBuoy,
  ListChecks,
  MonitorSmartphone,
  Plug,
  ShieldCheck,
} from 'lucide-react';
import type { Feature } from '../../../shared/kernel/features.ts';

const ICONS: Partial<Record<Feature, typeof Cloud>> = {
  m365: Cloud,
  devices: MonitorSmartphone,
  'backup-security': HardDrive,
  surveys: ClipboardList,
  compliance: ShieldCheck,
  'tool-stack': Layers,
  'service-desk': LifeBuoy,
  integrations: Plug,
};

/** The mark of the source that raised a finding; its name stands in words beside it or in the panel. */
export function SourceIcon({ feature }: { feature: Feature }) {
  const Icon = ICONS[feature] ?? ListChecks;
  return <Icon aria-hidden />;
}
