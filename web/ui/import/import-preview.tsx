import { useMemo, useState } from 'react';
import { countOutcomes, type ImportLine, type Outcome, outcomeOf } from '../../../shared/csv/import-lines.ts';
import { Badge } from '../badge.tsx';
import { Card, CardHead } from '../card.tsx';
import { AT_ONCE, DataTable } from '../data-table.tsx';
import { Segmented } from '../segmented.tsx';
import { EmptyState } from '../states.tsx';
import type { Tone } from '../status-icon.tsx';
import type { Column } from '../table-model.ts';
import type { Importer } from './importer.ts';

const OUTCOMES: Record<Outcome, { word: string; tone: Tone }> = {
  new: { word: 'New', tone: 'ok' },
  changed: { word: 'Changed', tone: 'info' },
  same: { word: 'Same', tone: 'idle' },
  problem: { word: 'Problem', tone: 'bad' },
};
/** What a line would do, in words. */
function effectOf({ verdict, problems }: ImportLine<unknown>, titleOf: (field: string) => string): string {
  if (problems.length > 0) {
    return problems.map(({ column, sentence }) => (column ? `${column}: ${sentence}` : sentence)).join(' ');
  }
  if (verdict?.outcome !== 'changed') return verdict?.outcome === 'new' ? 'Added to the list' : 'Nothing to change';
  return verdict.changes
    .map(({ field, from, to }) => `${titleOf(field)}: ${from ?? 'nothing'} to ${to ?? 'nothing'}`)
    .join(', ');
}

function columnsOf<Facts>({ one, fields, nameOf }: Importer<Facts>): Column<ImportLine<Facts>>[] {
  const titles = new Map(fields.map(({ name, title }) => [name, title]));
  const titleOf = (field: string) => titles.get(field) ?? field;
  return [
    {
      id: 'name',
      header: one.charAt(0).toUpperCase() + one.slice(1),
      width: 'minmax(10rem,1fr)',
      cell: ({ facts, line }) => (facts ? nameOf(facts) : `Line ${line}`),
    },
    { id: 'line', header: 'Line', width: '4rem', align: 'end', phone: 'value', cell: ({ line }) => line },
    {
      id: 'outcome',
      header: 'Outcome',
      width: '7rem',
      phone: 'status',
      cell: (line) => {
        const { word, tone } = OUTCOMES[outcomeOf(line)];
        return <Badge tone={tone}>{word}</Badge>;
      },
    },
    {
      id: 'effect',
      header: 'What happens',
      width: 'minmax(16rem,3fr)',
      cell: (line) => <span className="whitespace-normal py-1 text-meta">{effectOf(line, titleOf)}</span>,
    },
  ];
}

type Choice = 'all' | Outcome;

/** Every line of the file with what would become of it; problems first in sight when there are some. */
export function ImportPreview<Facts>({
  importer,
  lines,
}: {
  importer: Importer<Facts>;
  lines: readonly ImportLine<Facts>[];
}) {
  const columns = useMemo(() => columnsOf(importer), [importer]);
  const counts = useMemo(() => countOutcomes(lines), [lines]);
  const [choice, setChoice] = useState<Choice>(counts.problem > 0 ? 'problem' : 'all');
  const rows = useMemo(
    () => (choice === 'all' ? lines : lines.filter((line) => outcomeOf(line) === choice)),
    [lines, choice],
  );
  const options = [
    { value: 'all' as const, label: 'All', count: lines.length },
    ...(Object.keys(OUTCOMES) as Outcome[]).map((value) => ({
      value,
      label: OUTCOMES[value].word,
      count: counts[value],
    })),
  ];
  return (
    <Card>
      <CardHead title="What would happen" fact="Nothing is written yet" />
      <div className="border-line border-b px-3.5 pb-3">
        <Segmented label="Lines shown" options={options} value={choice} onChange={setChoice} />
      </div>
      <DataTable
        label="Lines of the file"
        frame="card"
        twoLine
        virtual={rows.length > AT_ONCE}
        columns={columns}
        rows={rows}
        rowId={({ line }) => String(line)}
        rowName={({ facts, line }) => (facts ? importer.nameOf(facts) : `line ${line}`)}
        instead={<EmptyState title="No such line">Choose another kind above.</EmptyState>}
      />
    </Card>
  );
}
