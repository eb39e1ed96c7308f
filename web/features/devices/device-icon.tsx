import {
  BatteryCharging,
  BrickWallShield,
  Cctv,
  Cloud,
  HardDrive,
  Laptop,
  type LucideIcon,
  Monitor,
  MonitorSmartphone,
  Network,
  Phone,
  Printer,
  Server,
  Smartphone,
  Tablet,
  Wifi,
} from 'lucide-react';
import type { DeviceType } from '../../../shared/devices/device-type.ts';
import { deviceTypeName } from '../../../shared/devices/words.ts';

const ICONS: Record<DeviceType, LucideIcon> = {
  workstation: Monitor,
  laptop: Laptop,
  server: Server,
  'virtual-machine': Cloud,
  firewall: BrickWallShield,
  switch: Network,
  'access-point': Wifi,
  nas: HardDrive,
  printer: Printer,
  ups: BatteryCharging,
  phone: Phone,
  mobile: Smartphone,
  tablet: Tablet,
  camera: Cctv,
  other: MonitorSmartphone,
};

/** The kind of a device as a picture, with its name for who does not see it. */
export function DeviceIcon({ type }: { type: DeviceType }) {
  const Icon = ICONS[type];
  return <Icon role="img" aria-label={deviceTypeName(type)} />;
}
