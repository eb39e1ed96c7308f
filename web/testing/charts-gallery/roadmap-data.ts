import { ClipboardList, HardDrive, Layers, MonitorSmartphone, ShieldCheck, Target } from 'lucide-react';
import { forwardRef } from 'react';
import type { RoadmapListItem } from '../../ui/roadmap/roadmap-list.tsx';
import type { RoadmapItem, RoadmapLane, RoadmapStatus, RoadmapWork } from '../../ui/roadmap/roadmap-types.ts';

export const TODAY = '2026-11-23';

export const lanes: RoadmapLane[] = [
  { id: 'security', name: 'Security' },
  { id: 'infrastructure', name: 'Infrastructure' },
  { id: 'm365', name: 'Microsoft 365' },
  { id: 'compliance', name: 'Compliance' },
  { id: 'devices', name: 'Devices' },
  { id: 'renewals', name: 'Renewals' },
];

const P = 'proposed';
const A = 'approved';
type Row = [
  lane: string,
  title: string,
  start: string,
  end: string,
  status: RoadmapStatus,
  dollars: number,
  hours: number,
];
const rows: Row[] = [
  ['security', 'Encryption rollout', '2026-11-02', '2027-02-26', A, 1_485, 9],
  ['security', 'Split admin accounts', '2027-01-04', '2027-01-29', P, 495, 3],
  ['security', 'Passwords to a vault', '2027-06-01', '2027-08-27', P, 660, 4],
  ['security', 'Incident tabletop', '2027-08-02', '2027-08-31', P, 1_485, 9],
  ['security', 'SIEM pilot', '2028-01-03', '2028-04-28', P, 6_260, 12],
  ['infrastructure', 'Imaging server replacement', '2027-01-16', '2027-02-06', P, 21_500, 40],
  ['infrastructure', 'Backup restore tests', '2027-02-01', '2027-09-30', P, 1_980, 12],
  ['infrastructure', 'Firewalls, 3 sites', '2027-07-05', '2027-09-24', P, 4_900, 14],
  ['infrastructure', 'Wi-Fi 7, Beaverton', '2028-04-03', '2028-06-30', P, 4_810, 16],
  ['m365', 'Business Premium for 9', '2027-01-04', '2027-02-26', A, 864, 2],
  ['m365', 'Microsoft 365 backup', '2027-08-02', '2027-10-29', P, 1_488, 4],
  ['compliance', 'MFA keys', '2026-10-05', '2026-10-30', 'done', 0, 1],
  ['compliance', 'HIPAA risk analysis', '2027-01-18', '2027-04-30', A, 3_960, 24],
  ['compliance', 'Policy review', '2027-10-04', '2027-11-26', P, 1_320, 8],
  ['compliance', 'HIPAA run 2028', '2028-02-01', '2028-04-28', P, 2_760, 18],
  ['devices', 'Tigard UPS batteries', '2026-10-12', '2026-12-11', 'in-progress', 415, 2],
  ['devices', 'Desktop refresh, wave 1 (15)', '2027-04-05', '2027-06-25', P, 17_250, 30],
  ['devices', 'Tablets, hygienists', '2027-11-01', '2027-12-17', P, 9_345, 9],
  ['devices', 'Desktop refresh, wave 2 (14)', '2028-01-10', '2028-03-31', P, 16_583, 28],
  ['renewals', 'HIPAA training', '2027-02-01', '2027-02-26', A, 744, 2],
  ['renewals', 'Cyber insurance', '2027-08-02', '2027-08-31', P, 6_500, 6],
  ['renewals', 'HIPAA training', '2028-02-01', '2028-02-29', P, 774, 2],
];

export const items: RoadmapItem[] = rows.map(([laneId, title, start, end, status, dollars, hours], i) => ({
  id: `item-${i}`,
  laneId,
  title,
  start,
  end,
  status,
  published: title !== 'SIEM pilot',
  amountMinor: dollars * 100,
  hours,
  icons:
    title === 'SIEM pilot'
      ? [{ icon: Layers, label: 'from tool stack' }]
      : title === 'Backup restore tests'
        ? [{ icon: HardDrive, label: 'from backup' }]
        : [{ icon: ShieldCheck, label: 'from compliance' }],
}));

const waiting = (
  id: string,
  title: string,
  amount: number | null,
  hours: number | null,
  rest: Partial<RoadmapWork>,
): RoadmapWork => ({
  id,
  title,
  laneId: 'infrastructure',
  status: P,
  published: true,
  amountMinor: amount,
  hours,
  ...rest,
});

export const unscheduled: RoadmapWork[] = [
  waiting('u1', 'Sign BAA with imaging vendor', 33_000, 2, {
    laneId: 'compliance',
    icons: [{ icon: ShieldCheck, label: 'from compliance' }],
  }),
  waiting('u2', 'Label printers, front desk', 33_000, 2, { icons: [{ icon: ClipboardList, label: 'from a survey' }] }),
  waiting('u3', 'Faster check-in PCs', 345_000, 9, {
    laneId: 'devices',
    icons: [{ icon: ClipboardList, label: 'from a survey' }],
  }),
  waiting('u4', 'Retire old fax line', null, 1, {
    note: 'saves $540',
    icons: [{ icon: Layers, label: 'from tool stack' }],
  }),
  waiting('u5', 'Hillsboro switches, 2', 296_000, 6, {
    note: 'wait for lease',
    icons: [{ icon: MonitorSmartphone, label: 'from devices' }],
  }),
  waiting('u6', 'Hillsboro UPS and rack', 184_000, 4, {
    note: 'wait for lease',
    icons: [{ icon: MonitorSmartphone, label: 'from devices' }],
  }),
  waiting('u7', 'Second internet line, Tigard', null, null, { icons: [{ icon: Target, label: 'from a goal' }] }),
];

const STATUSES: RoadmapStatus[] = ['proposed', 'approved', 'in-progress', 'done'];

/** How often an icon in a bar was drawn: the checks count redraws with it. */
export const redraws = { count: 0 };

const CountingIcon = forwardRef<SVGSVGElement>(function CountingIcon() {
  redraws.count += 1;
  return null;
});

/** A roadmap large enough to feel slow if it were. */
export const manyItems: RoadmapItem[] = Array.from({ length: 400 }, (_, i) => {
  const month = (i * 7) % 24;
  const last = Math.min(23, month + (i % 5));
  const date = (index: number, day: number) => {
    const at = 2026 * 12 + 9 + index;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-${day}`;
  };
  return {
    id: `many-${i}`,
    title: `Work package ${i + 1}`,
    laneId: lanes[i % lanes.length]?.id ?? '',
    start: date(month, 10),
    end: date(last, 28),
    status: STATUSES[i % 4] ?? P,
    published: i % 6 !== 0,
    amountMinor: (i % 13) * 45_000,
    hours: i % 17,
    icons: [{ icon: CountingIcon, label: 'from devices' }],
  };
});

export const clientRoadmap: RoadmapListItem[] = [
  { id: '1', title: 'Tigard battery backup', start: '2026-10-12', status: 'in-progress' },
  { id: '2', title: 'Security keys at the front desk', start: '2026-10-05', status: 'done', note: 'Done Nov 6' },
  { id: '3', title: 'New imaging servers', start: '2027-01-16', status: P, note: 'Approved, not sent yet' },
  { id: '4', title: 'HIPAA risk analysis', start: '2027-01-18', status: A },
  { id: '5', title: 'Disk encryption, 11 PCs', start: '2027-02-01', status: A },
  { id: '6', title: '13 new desktops', start: '2027-04-05', status: P, note: 'Waiting for you', waiting: true },
  { id: '7', title: 'Firewalls, 3 offices', start: '2027-07-05', status: P, note: 'Idea' },
  { id: '8', title: 'Hillsboro network', start: null, status: P, note: 'After the lease' },
];
