import { Eye, FilePlus } from 'lucide-react';
import { Person } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, CardBody, CardHead, CardLink } from '../../ui/card.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { StatStrip } from '../../ui/stat-strip.tsx';
import { StatusIcon, type Tone } from '../../ui/status-icon.tsx';
import type { Column } from '../../ui/table-model.ts';
import { columns, type Finding, findings } from './findings-data.tsx';
import { Console } from './frame.tsx';

const rows = findings.slice(0, 6);
const rowId = (row: Finding) => row.id;
const own: Column<Finding>[] = [
  ...columns.filter(({ id }) => id !== 'affects'),
  {
    id: 'plan',
    header: 'Plan',
    width: '7.5rem',
    phone: 'status',
    cell: (row) =>
      row.days > 100 ? <TextLink href="#plan">Add to planner</TextLink> : <Badge tone="proposed">Presented</Badge>,
  },
];
const sources: [Tone, string, string, string][] = [
  ['ok', 'Microsoft 365', 'Graph', '12 min ago'],
  ['ok', 'NinjaOne', '73 of 76 devices', '8 min ago'],
  ['bad', 'Datto BCDR', 'key rejected', '2 days ago'],
  ['warn', 'Dell warranty', '4 serials unknown', '6 days ago'],
  ['idle', 'Survey', '6 of 9 answered', '40 days ago'],
];

/** The overview of one company. */
export default function Overview() {
  return (
    <Console page="overview" company="Cedar Ridge Family Dental">
      <div className="flex flex-col gap-4">
        <PageHead
          title="Cedar Ridge Family Dental"
          fact="Healthcare (HIPAA) · 31 users · All-in, $4,650 a month"
          actions={<Button icon={<Eye />}>View as client</Button>}
          primary={
            <Button variant="primary" icon={<FilePlus />}>
              Prepare QBR
            </Button>
          }
        />
        <StatStrip
          label="Known today"
          stats={[
            {
              id: 'h',
              label: 'Client health',
              value: '62',
              mark: <Badge tone="ok">Healthy</Badge>,
              fact: '−3 in 90 days, service pulls it down',
            },
            {
              id: 's',
              label: 'Secure Score',
              value: '46%',
              mark: <Badge tone="warn">−7 vs peers</Badge>,
              fact: 'Flat for 30 days',
            },
            {
              id: 'c',
              label: 'HIPAA run 2026',
              value: '64%',
              mark: <Badge tone="warn">5 fails</Badge>,
              fact: '91% of checks assessed',
            },
            {
              id: 'd',
              label: 'Devices',
              value: '76',
              mark: <Badge tone="warn">15 overdue</Badge>,
              fact: '21 out of warranty',
            },
            {
              id: 'm',
              label: 'Spend, FY27 forecast',
              value: '$112.3K',
              mark: <span className="font-medium text-meta text-warn">+42%</span>,
              fact: 'On $79.1K in FY26',
            },
          ]}
        />
        <div className="grid items-start gap-4 lg:grid-cols-[1fr_20.5rem]">
          <Card>
            <CardHead
              title="Needs a decision"
              fact="6 findings, $43,043 to fix"
              action={<CardLink href="#findings">All findings</CardLink>}
              ruled
            />
            <DataTable
              label="Needs a decision"
              frame="card"
              columns={own}
              rows={rows}
              rowId={rowId}
              rowName={(row) => row.title}
              rowHref={(row) => `#finding-${row.id}`}
              twoLine
              totals={{ title: 'Total', estimate: '$40,228' }}
            />
          </Card>
          <div className="flex flex-col gap-4">
            <Card>
              <CardHead title="People" action={<CardLink href="#people">9 contacts</CardLink>} />
              <CardBody className="flex flex-col gap-2.5">
                <Person name="Dr. Ellen Marsh" detail="Owner, decides" />
                <Person name="Karen Doyle" detail="Office manager, approves" />
                <Person name="Luis Ortega" detail="IT liaison, Hillsboro" />
              </CardBody>
            </Card>
            <Card>
              <CardHead
                title="How fresh this is"
                action={
                  <Button variant="quiet" size="sm">
                    Refresh
                  </Button>
                }
              />
              <CardBody>
                <ul>
                  {sources.map(([tone, name, fact, age]) => (
                    <li key={name} className="flex min-h-8 items-center gap-2">
                      <StatusIcon tone={tone} label={fact} />
                      <span>{name}</span>
                      <span className="truncate text-ink-3 text-meta">{fact}</span>
                      <span className="num ml-auto whitespace-nowrap text-ink-3 text-meta">{age}</span>
                    </li>
                  ))}
                </ul>
              </CardBody>
            </Card>
          </div>
        </div>
      </div>
    </Console>
  );
}
