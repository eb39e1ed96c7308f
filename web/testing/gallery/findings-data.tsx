import { Cloud, HardDrive, Layers, LifeBuoy, MonitorSmartphone, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { Money } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { CellLines } from '../../ui/cell-lines.tsx';
import type { Column, RowGroup } from '../../ui/table-model.ts';

export type Finding = {
  id: string;
  title: string;
  detail: string;
  affects: string;
  minor: number;
  saved?: boolean;
  days: number;
  risk: 'critical' | 'high' | 'medium';
  icon: ReactNode;
};

const device = <MonitorSmartphone />;
const cloud = <Cloud />;

function finding(
  id: string,
  risk: Finding['risk'],
  icon: ReactNode,
  title: string,
  detail: string,
  [affects, dollars, days, saved]: [string, number, number, boolean?],
): Finding {
  return { id, risk, icon, title, detail, affects, minor: dollars * 100, days, saved };
}

export const findings: Finding[] = [
  finding(
    'f1',
    'critical',
    device,
    'Windows Server 2016 on imaging servers',
    'Cedar Ridge Family Dental, ends Jan 12, 2027',
    ['2 servers', 21_500, 62],
  ),
  finding(
    'f2',
    'critical',
    cloud,
    '25 users without MFA, legacy sign-in open',
    'Summit Peak Builders, no conditional access',
    ['25 users', 5_568, 128],
  ),
  finding('f3', 'critical', device, 'SQL Server 2016 under the ERP', 'Tallgrass Manufacturing, ended Jul 14, 2026', [
    '1 server',
    8_400,
    132,
  ]),
  finding(
    'f4',
    'critical',
    <HardDrive />,
    'Restore test failed after NAS loss',
    'Lumen & Loop Studio, 1 of 1 tests failed',
    ['1 NAS', 1_450, 13],
  ),
  finding('f5', 'critical', <HardDrive />, 'Backup restore never tested', 'Cedar Ridge Family Dental, patient images', [
    '3 servers',
    1_980,
    118,
  ]),
  finding(
    'f6',
    'high',
    <LifeBuoy />,
    'LTE routers cause repeat tickets',
    'Summit Peak Builders, 61 ticket hours, 5 trailers',
    ['5 devices', 6_250, 35],
  ),
  finding('f7', 'high', cloud, '8 ex-employees still enabled', 'Summit Peak Builders, $112 a month wasted', [
    '8 users',
    1_344,
    46,
    true,
  ]),
  finding(
    'f8',
    'high',
    <ShieldCheck />,
    'No signed BAA with imaging vendor',
    'Cedar Ridge Family Dental, HIPAA 164.308(b)',
    ['1 vendor', 330, 91],
  ),
  finding('f9', 'high', cloud, '6 E3 licences on disabled users', 'Tallgrass Manufacturing, $234 a month wasted', [
    '6 licences',
    2_808,
    22,
    true,
  ]),
  finding('f10', 'high', <Layers />, 'DMARC still at p=none', 'Harbor & Finch LLP, hfinch-law.com', [
    '1 domain',
    990,
    71,
  ]),
  finding(
    'f11',
    'high',
    device,
    '9 PCs on paid Windows 10 updates',
    'Tallgrass Manufacturing, ESU year 2 doubles in price',
    ['9 PCs', 10_350, 39],
  ),
];

export const columns: Column<Finding>[] = [
  {
    id: 'title',
    header: 'Finding',
    width: 'minmax(16rem, 4fr)',
    sortable: true,
    cell: (row) => <CellLines icon={row.icon} first={row.title} second={row.detail} />,
  },
  { id: 'affects', header: 'Affects', width: 'minmax(5rem, 1fr)', cell: (row) => row.affects },
  {
    id: 'estimate',
    header: 'Estimate',
    width: '6.5rem',
    align: 'end',
    sortable: true,
    phone: 'value',
    cell: (row) => (
      <span className="flex flex-col">
        <Money minor={row.minor} className="font-semibold text-ink" />
        {row.saved ? <span className="text-meta text-ok">saved a year</span> : null}
      </span>
    ),
  },
  {
    id: 'open',
    header: 'Open',
    width: '4rem',
    align: 'end',
    sortable: true,
    phone: 'value',
    cell: (row) => `${row.days} d`,
  },
];

const risks = [
  { id: 'critical', tone: 'bad', name: 'Critical', fact: '$38.9K to fix' },
  { id: 'high', tone: 'warn', name: 'High', fact: '$31.2K to fix' },
] as const;

export const groups: RowGroup<Finding>[] = risks.map(({ id, tone, name, fact }) => ({
  id,
  name,
  fact,
  label: <Badge tone={tone}>{name}</Badge>,
  rows: findings.filter(({ risk }) => risk === id),
}));
