import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { Checkbox } from './checkbox.tsx';
import { choosable, movedBy } from './column-order.ts';
import { IconButton } from './icon-button.tsx';
import { type Density, useLists } from './list-arrangement.tsx';
import Popover from './popover.tsx';
import type { PopupProps } from './popup-button.tsx';
import { Segmented } from './segmented.tsx';

const DENSITIES = [
  { value: 'comfortable', label: 'Comfortable' },
  { value: 'compact', label: 'Compact' },
] as const satisfies readonly { value: Density; label: string }[];

/** The open panel of a list's columns: which, in what order, and how tight the rows stand. In a chunk of its own. */
export default function ColumnChooser({
  list,
  columns,
  ...popup
}: PopupProps & { list: string; columns: readonly { id: string; header: string }[] }) {
  const lists = useLists();
  const panel = useRef<HTMLUListElement>(null);
  const [moved, setMoved] = useState<{ id: string; by: number; said: string }>();
  useEffect(() => {
    // A button that moved in the page lost focus there: it takes it back, or its opposite does at either end.
    const row = moved && panel.current?.querySelector(`[data-column="${CSS.escape(moved.id)}"]`);
    const way = (by: number) => row?.querySelector<HTMLButtonElement>(`[data-by="${by}"]:not(:disabled)`);
    if (moved) (way(moved.by) ?? way(-moved.by))?.focus();
  }, [moved]);
  if (!lists) return null;

  const { columns: arranged, density } = lists.arrangementOf(list);
  const rows = choosable(columns, arranged);
  const shown = rows.flatMap(({ column, shown: is }) => (is ? [column.id] : []));
  const [name] = columns;
  // The name stands first, and is named too: without it a list of names alone would read as not arranged.
  const put = (ids: readonly string[]) => lists.arrange(list, { columns: [...(name ? [name.id] : []), ...ids] });
  const move = (id: string, header: string, by: number) => {
    const next = movedBy(shown, id, by);
    put(next);
    setMoved({ id, by, said: `${header}, ${next.indexOf(id) + 1} of ${next.length}` });
  };
  return (
    <Popover {...popup} label="Columns and rows" align="end">
      <div className="flex flex-col gap-3">
        <ul ref={panel} aria-label="Columns" className="-mx-1 flex max-h-96 flex-col overflow-y-auto px-1">
          {rows.map(({ column: { id, header }, shown: is }) => (
            <li key={id} data-column={id} className="flex min-h-8 items-center justify-between gap-2">
              <Checkbox
                label={header}
                checked={is}
                onChange={(on) => put(on ? [...shown, id] : shown.filter((each) => each !== id))}
                onKeyDown={(event) => {
                  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
                  if (!event.altKey || !is || by === 0) return;
                  event.preventDefault();
                  move(id, header, by);
                }}
              />
              {is ? (
                <span className="flex shrink-0">
                  {[-1, 1].map((by) => (
                    <IconButton
                      key={by}
                      small
                      className="disabled:opacity-40"
                      data-by={by}
                      label={`${by < 0 ? 'Move up' : 'Move down'}: ${header}`}
                      icon={by < 0 ? <ArrowUp aria-hidden /> : <ArrowDown aria-hidden />}
                      disabled={movedBy(shown, id, by).indexOf(id) === shown.indexOf(id)}
                      onClick={() => move(id, header, by)}
                    />
                  ))}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
        <span role="status" className="sr-only">
          {moved?.said}
        </span>
        <div className="flex items-center justify-between gap-2 border-line border-t pt-3">
          <Segmented
            label="Rows"
            options={DENSITIES}
            value={density}
            onChange={(next) => lists.arrange(list, { density: next })}
          />
          {arranged ? (
            <Button variant="quiet" size="sm" onClick={() => lists.arrange(list, { columns: null })}>
              Reset
            </Button>
          ) : null}
        </div>
      </div>
    </Popover>
  );
}
