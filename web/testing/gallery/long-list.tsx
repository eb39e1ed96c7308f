import { Monitor } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { Money } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { CellLines } from '../../ui/cell-lines.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ListCount } from '../../ui/pager.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { FilterEmpty } from '../../ui/states.tsx';
import type { Column, Sort } from '../../ui/table-model.ts';
import { Console } from './frame.tsx';

type Device = { id: string; name: string; client: string; user: string; system: string; minor: number };

const clients = ['Cedar Ridge Family Dental', 'Harbor & Finch LLP', 'Tallgrass Manufacturing', 'Summit Peak Builders'];
const users = ['Dario Novak', 'Aisha Brandt', 'Peter Brandt', 'Sam Moore', 'Priya Lindqvist'];
const devices: Device[] = Array.from({ length: 10_000 }, (_, at) => ({
  id: `d${at}`,
  name: `CRD-DT-${1000 + at}`,
  client: clients[at % clients.length] ?? '',
  user: users[at % users.length] ?? '',
  system: at % 3 === 0 ? 'Windows 10 22H2' : 'Windows 11 24H2',
  minor: 90_000 + (at % 7) * 10_000,
}));
const rowId = (row: Device) => row.id;
const rowName = (row: Device) => row.name;
const rowHref = (row: Device) => `#${row.id}`;

const columns: Column<Device>[] = [
  { id: 'name', header: 'Device', sortable: true, cell: (row) => <CellLines icon={<Monitor />} first={row.name} /> },
  { id: 'client', header: 'Client', width: 'minmax(10rem, 2fr)', sortable: true, cell: (row) => row.client },
  { id: 'user', header: 'User', cell: (row) => row.user },
  { id: 'system', header: 'Operating system', width: 'minmax(8rem, 1fr)', cell: (row) => row.system },
  { id: 'health', header: 'Health', phone: 'status', cell: () => <Badge tone="ok">Healthy</Badge> },
  {
    id: 'cost',
    header: 'Replacement',
    align: 'end',
    sortable: true,
    phone: 'value',
    cell: (row) => <Money minor={row.minor} />,
  },
];

/** Ten thousand rows in the browser: only those in sight are in the page. */
export default function LongList() {
  const [text, setText] = useState('');
  const [sort, setSort] = useState<Sort>({ column: 'name', descending: false });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const wanted = useDeferredValue(text).toLowerCase();
  const rows = useMemo(() => {
    const found = devices.filter((row) => `${row.name} ${row.client} ${row.user}`.toLowerCase().includes(wanted));
    const way = sort.descending ? -1 : 1;
    return found.sort((a, b) => way * (sort.column === 'cost' ? a.minor - b.minor : a.name < b.name ? -1 : 1));
  }, [wanted, sort]);
  return (
    <Console page="devices" layout="fill">
      <div className="flex flex-wrap items-center gap-2 px-gutter py-3">
        <PageHead
          title="Devices"
          fact={<ListCount shown={rows.length} total={devices.length} />}
          className="min-w-0 flex-1"
        />
        <SearchBox
          label="Filter by name, user, client"
          value={text}
          onChange={setText}
          className="w-64 max-sm:w-full"
        />
      </div>
      <DataTable
        virtual
        label="Devices"
        columns={columns}
        rows={rows}
        rowId={rowId}
        rowName={rowName}
        rowHref={rowHref}
        sort={sort}
        onSort={setSort}
        selected={selected}
        onSelect={setSelected}
        instead={<FilterEmpty onClear={() => setText('')} />}
      />
    </Console>
  );
}
