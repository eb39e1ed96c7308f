// biome-ignore-all lint/a11y/useFocusableInteractive: rows of a table are read, not focused; what acts in them is
// biome-ignore-all lint/a11y/useSemanticElements: grid rows need divs; the table roles are complete and tested with axe
import { cx } from './cx.ts';
import { Skeleton } from './skeleton.tsx';

const widths = ['w-3/5', 'w-2/5', 'w-1/2', 'w-2/3'];

/** Rows to come, in the geometry of the real ones. */
export function TableSkeleton({
  columns,
  selectable,
  twoLine,
  rows = 8,
}: {
  columns: number;
  selectable: boolean;
  twoLine: boolean;
  rows?: number;
}) {
  return (
    <div role="rowgroup" className="animate-late">
      {Array.from({ length: rows }, (_, row) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other identity
          key={row}
          role="row"
          className={cx(
            'grid grid-cols-(--tracks) items-center gap-4 border-line border-t px-(--edge) max-sm:flex max-sm:min-h-16',
            twoLine ? 'min-h-row2' : 'min-h-row',
          )}
        >
          {selectable ? <div role="cell" className="w-4 max-sm:hidden" /> : null}
          {Array.from({ length: columns }, (_, cell) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other identity
              key={cell}
              role="cell"
              className={cx('flex flex-col gap-1.5', cell === 0 ? 'max-sm:flex-1' : 'max-sm:hidden')}
            >
              <Skeleton className={widths[(row + cell) % widths.length]} />
              {twoLine && cell === 0 ? <Skeleton className="h-2.5 w-2/5" /> : null}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
