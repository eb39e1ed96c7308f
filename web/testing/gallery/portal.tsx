import { CalendarDays, Check, Clock, House, LifeBuoy, Map as MapIcon, MessageSquare, Receipt } from 'lucide-react';
import { useEffect } from 'react';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { LedgerList } from '../../ui/fact-list.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PortalShell } from '../../ui/portal-shell.tsx';
import { StatStrip } from '../../ui/stat-strip.tsx';
import type { Tone } from '../../ui/status-icon.tsx';
import type { Column } from '../../ui/table-model.ts';

type Ticket = { id: string; title: string; meta: string; tone: Tone; word: string };
const tickets: Ticket[] = [
  {
    id: '4821',
    title: 'Front desk printer offline',
    meta: '#4821 · Marcus Webb · 20 min ago',
    tone: 'info',
    word: 'In progress',
  },
  {
    id: '4810',
    title: 'New starter: laptop and mailbox for Ana',
    meta: '#4810 · Elena Costa · 3 hours ago',
    tone: 'warn',
    word: 'Waiting for you',
  },
  {
    id: '4771',
    title: 'VPN drops at Elm Street clinic',
    meta: '#4771 · Priya Raman · Nov 18',
    tone: 'ok',
    word: 'Resolved',
  },
];
const columns: Column<Ticket>[] = [
  { id: 'title', header: 'Ticket', width: 'minmax(0, 3fr)', cell: (row) => row.title },
  { id: 'meta', header: 'Who and when', width: 'minmax(0, 2fr)', cell: (row) => row.meta },
  {
    id: 'status',
    header: 'Status',
    width: '9rem',
    phone: 'status',
    cell: (row) => <Badge tone={row.tone}>{row.word}</Badge>,
  },
];
const rowId = (row: Ticket) => row.id;
const nav = [
  { id: 'home', label: 'Home', href: '#home', icon: <House /> },
  { id: 'plan', label: 'Plan', href: '#plan', icon: <MapIcon />, badge: 4 },
  { id: 'tickets', label: 'Tickets', href: '#tickets', icon: <LifeBuoy /> },
  { id: 'visits', label: 'Visits', href: '#visits', icon: <CalendarDays /> },
  { id: 'billing', label: 'Billing', href: '#billing', icon: <Receipt /> },
];

/** The portal's frame with the answers bar. */
export default function Portal() {
  useEffect(() => {
    document.documentElement.dataset.scale = 'touch';
    return () => {
      delete document.documentElement.dataset.scale;
    };
  }, []);
  return (
    <PortalShell
      msp={{ name: 'Northlight IT' }}
      home="#home"
      person={{ name: 'Karen Doyle' }}
      personMenu={[{ id: 'out', items: [{ id: 'out', label: 'Sign out', onSelect: () => undefined }] }]}
      nav={nav}
      currentId="plan"
      bar={
        <>
          <div className="mr-auto">
            <p className="num font-semibold">$21,500 approved</p>
            <p className="text-ink-3 text-meta">2 lines, 1 question, 1 open</p>
          </div>
          <Button className="max-sm:hidden">Finish later</Button>
          <Button variant="primary">Send answers</Button>
        </>
      }
    >
      <PageHead
        title="Your plan for 2027"
        fact="4 lines wait for you until Fri, Dec 4. Estimates, not quotes."
        actions={<Button>Download PDF</Button>}
      />
      <StatStrip
        label="At a glance"
        stats={[
          { id: 't', label: 'Open tickets', value: '3' },
          { id: 'p', label: 'Projects in progress', value: '2' },
          { id: 'i', label: 'Invoices due', value: '1' },
          { id: 'v', label: 'Upcoming visits', value: '1' },
        ]}
      />
      <Card>
        <CardHead
          title="New imaging servers for X-rays"
          fact="once, Jan – Mar"
          action={<span className="num font-semibold">$21,500</span>}
        />
        <CardBody className="flex flex-col gap-3">
          <p className="text-ink-2">
            Microsoft stops fixing the old ones on January 12. Two weekends, no patient day lost.
          </p>
          <LedgerList
            rows={[
              { id: 's', label: 'Two servers', value: '$14,900' },
              { id: 'w', label: 'Work, 40 hours', value: '$6,600' },
            ]}
          />
          <div className="flex gap-2 max-sm:*:flex-1">
            <Button aria-pressed icon={<Check />} variant="ok">
              Approved
            </Button>
            <Button icon={<Clock />}>Not now</Button>
            <Button icon={<MessageSquare />}>Ask</Button>
          </div>
        </CardBody>
      </Card>
      <Card>
        <CardHead title="Your tickets" ruled />
        <DataTable
          label="Your tickets"
          frame="card"
          columns={columns}
          rows={tickets}
          rowId={rowId}
          rowName={(row) => row.title}
          rowHref={(row) => `#${row.id}`}
        />
      </Card>
    </PortalShell>
  );
}
