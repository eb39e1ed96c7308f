import { useMemo, useState } from 'react';
import { quartersFrom } from '../../../shared/planner/roadmap-quarters.ts';
import { Roadmap } from '../../ui/roadmap/roadmap.tsx';
import type { RoadmapMove } from '../../ui/roadmap/roadmap-types.ts';
import { items as few, lanes, manyItems, TODAY, unscheduled as tray } from './roadmap-data.ts';

const quarters = quartersFrom(TODAY, 8);

/** A roadmap that keeps its moves, and writes each report into a list that the checks read. */
export function RoadmapPage({ many }: { many: boolean }) {
  const [items, setItems] = useState(many ? manyItems : few);
  const [unscheduled, setUnscheduled] = useState(tray);
  const [log, setLog] = useState<string[]>([]);
  const sum = useMemo(() => items.reduce((total, { amountMinor }) => total + (amountMinor ?? 0), 0), [items]);
  const onMove = (id: string, move: RoadmapMove) => {
    setLog((before) => [...before, `${id} ${move.start} ${move.end} ${move.laneId ?? 'same lane'}`]);
    const placed = unscheduled.find((work) => work.id === id);
    setItems((before) =>
      placed
        ? [...before, { ...placed, ...move, laneId: move.laneId ?? placed.laneId }]
        : before.map((item) => (item.id === id ? { ...item, ...move } : item)),
    );
    setUnscheduled((before) => before.filter((work) => work.id !== id));
  };
  return (
    <main className="p-6 max-sm:p-4 print:p-0 print:[page:roadmap]">
      <h1 className="mb-3 font-semibold text-18">
        Planner{' '}
        <span className="num ml-2 font-normal text-13 text-ink-3">
          {items.length} items, ${(sum / 100).toLocaleString('en-US')} estimated
        </span>
      </h1>
      <h2 className="sr-only">Roadmap</h2>
      <Roadmap
        quarters={quarters}
        lanes={lanes}
        items={items}
        unscheduled={unscheduled}
        today={TODAY}
        currency="USD"
        locale="en-US"
        canChangeLane
        onMove={onMove}
        onOpen={(id) => setLog((before) => [...before, `open ${id}`])}
        onAddUnscheduled={() => setLog((before) => [...before, 'add'])}
      />
      <ol hidden data-log>
        {log.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows
          <li key={at}>{line}</li>
        ))}
      </ol>
    </main>
  );
}
