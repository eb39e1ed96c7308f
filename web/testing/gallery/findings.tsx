import { CalendarPlus, Columns3, Download, MapPlus } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '../../ui/badge.tsx';
import BulkBar from '../../ui/bulk-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { FacetFilter } from '../../ui/facet-filter.tsx';
import { LedgerList } from '../../ui/fact-list.tsx';
import { Field } from '../../ui/field.tsx';
import { FilterChip } from '../../ui/filter-chip.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';
import { NativeSelect } from '../../ui/native-select.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ListCount } from '../../ui/pager.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import type { Sort } from '../../ui/table-model.ts';
import { toast } from '../../ui/toast.tsx';
import { columns, type Finding, findings, groups } from './findings-data.tsx';
import { Console } from './frame.tsx';

const views = [
  { value: 'open', label: 'Needs a decision', count: 38 },
  { value: 'new', label: 'New this week', count: 6 },
  { value: 'money', label: 'Saves money', count: 9 },
  { value: 'accepted', label: 'Accepted', count: 4 },
];
const ids = findings.map(({ id }) => id);
const rowId = (row: Finding) => row.id;

/** A full list page: views, facets, groups, selection with its bar, and a record in the panel beside it. */
export default function Findings() {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['f2', 'f4', 'f7']));
  const [peeked, setPeeked] = useState<string | undefined>(innerWidth > 1200 ? 'f2' : undefined);
  const [source, setSource] = useState<string[]>([]);
  const [sort, setSort] = useState<Sort>();
  const [text, setText] = useState('');
  const at = ids.indexOf(peeked ?? '');
  const open = findings[at];
  const selectMatching = () => setSelected(new Set(ids));
  return (
    <Console page="findings" layout="fill">
      <div className="flex min-h-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col">
          <div className="flex flex-col gap-2.5 px-gutter pt-3 pb-3">
            <PageHead
              title="Findings"
              fact="38 open, 6 clients"
              actions={<Button icon={<Download />}>Export</Button>}
            />
            <div className="flex flex-wrap items-center gap-2">
              <Segmented label="View" options={views} value="open" onChange={() => toast({ title: 'Another view' })} />
              <span className="ml-auto" />
              <SearchBox label="Filter findings" value={text} onChange={setText} className="w-40 max-sm:w-full" />
              <IconButton label="Columns" icon={<Columns3 />} variant="secondary" className="max-sm:hidden" />
            </div>
            <div className="flex flex-wrap items-center gap-2">
              <FilterChip label="Risk" value="Critical, high" onRemove={() => toast({ title: 'Filter dropped' })} />
              <FacetFilter
                label="Source"
                value={source}
                onChange={setSource}
                options={[
                  { value: 'm365', label: 'Microsoft 365', count: 12 },
                  { value: 'rmm', label: 'NinjaOne', count: 9 },
                  { value: 'survey', label: 'Survey', count: 3 },
                ]}
              />
              <span className="ml-auto" />
              <ListCount shown={17} total={38} />
            </div>
          </div>
          <DataTable
            label="Findings"
            columns={columns}
            rows={findings}
            groups={groups}
            rowId={rowId}
            rowName={(row) => row.title}
            rowHref={(row) => `#finding-${row.id}`}
            twoLine
            total={38}
            sort={sort}
            onSort={setSort}
            selected={selected}
            onSelect={setSelected}
            peekedId={peeked}
            onPeek={setPeeked}
            bulk={
              <BulkBar
                count={selected.size}
                matching={38}
                onSelectMatching={selectMatching}
                onClear={() => setSelected(new Set())}
                actions={[
                  { id: 'plan', label: 'Add to planner', icon: <MapPlus />, onSelect: () => undo('Added to planner') },
                  {
                    id: 'meet',
                    label: 'Add to meeting',
                    icon: <CalendarPlus />,
                    onSelect: () => undo('Added to meeting'),
                  },
                  { id: 'export', label: 'Export', icon: <Download />, onSelect: () => undo('Exported') },
                ]}
              />
            }
          />
        </div>
        {open ? (
          <Panel
            finding={open}
            at={at}
            onClose={() => setPeeked(undefined)}
            onMove={(step) => setPeeked(ids[at + step] ?? peeked)}
          />
        ) : null}
      </div>
    </Console>
  );
}

const undo = (title: string) => toast({ id: title, title, undo: () => toast({ title: 'Taken back' }) });

function Panel({
  finding,
  at,
  onClose,
  onMove,
}: {
  finding: Finding;
  at: number;
  onClose: () => void;
  onMove: (step: 1 | -1) => void;
}) {
  const [way, setWay] = useState<'plan' | 'agenda' | 'accept' | 'dismiss'>('plan');
  const [amount, setAmount] = useState<number | null>(finding.minor);
  const [hours, setHours] = useState<number | null>(24);
  return (
    <SidePanel
      label={finding.title}
      place={{ at: at + 1, of: findings.length }}
      onPrevious={at > 0 ? () => onMove(-1) : undefined}
      onNext={at < findings.length - 1 ? () => onMove(1) : undefined}
      href={`#finding-${finding.id}`}
      onClose={onClose}
      footer={
        <>
          <p className="mr-auto text-ink-3 text-meta">Nothing reaches the client until published.</p>
          <Button variant="primary" onClick={() => undo('Added to planner')}>
            Add to planner
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-1.5">
        <span className="flex items-center gap-2 text-ink-3 text-meta">
          <Badge tone={finding.risk === 'critical' ? 'bad' : 'warn'}>
            {finding.risk === 'critical' ? 'Critical' : 'High'}
          </Badge>
          F-1047, open since Jul 18
        </span>
        <h2 className="font-semibold text-15">{finding.title}</h2>
        <p className="text-ink-2">
          25 of 65 people sign in with a password alone, and old mail apps skip the second factor for everyone.
          Conditional access needs Entra ID P1, which Business Standard lacks.
        </p>
      </div>
      <Section title="Evidence">
        <LedgerList
          rows={[
            { id: 'mfa', label: 'MFA registered by 40 of 65', value: '12 min ago' },
            { id: 'imap', label: '41 sign-ins by IMAP in 30 days, 3 abroad', value: '12 min ago' },
            { id: 'score', label: '33%, −7 points in 30 days', value: 'Nov 23' },
          ]}
        />
      </Section>
      <Section title="Decide">
        <RadioCards
          label="Decide"
          value={way}
          onChange={setWay}
          options={[
            {
              value: 'plan',
              label: 'Plan the work',
              detail: 'Template Business Premium move, 58 seats',
              fact: '$464 a month',
              children: (
                <div className="grid grid-cols-3 gap-2 max-sm:grid-cols-2">
                  <Field label="Quarter">
                    <NativeSelect
                      options={[
                        { value: 'q1', label: 'Q1 2027' },
                        { value: 'q2', label: 'Q2 2027' },
                      ]}
                    />
                  </Field>
                  <Field label="First year">
                    <MoneyInput value={amount} onChange={setAmount} />
                  </Field>
                  <Field label="Hours">
                    <NumberInput value={hours} onChange={setHours} unit="h" />
                  </Field>
                </div>
              ),
            },
            { value: 'agenda', label: 'Put on an agenda', detail: 'Next: Save plan, Tue, Dec 1' },
            {
              value: 'accept',
              label: 'Accept the risk',
              detail: 'Needs a reason, who signs at the client, and an end date',
            },
            { value: 'dismiss', label: 'Dismiss', detail: 'Needs a reason: wrong data, duplicate, or not in scope' },
          ]}
        />
      </Section>
    </SidePanel>
  );
}
