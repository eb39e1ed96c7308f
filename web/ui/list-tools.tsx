import { Columns3 } from 'lucide-react';
import { lazy } from 'react';
import { cx } from './cx.ts';
import { chipStyle } from './filter-chip.tsx';
import { type ToolsProps, useLists } from './list-arrangement.tsx';
import { PopupButton } from './popup-button.tsx';

const ColumnChooser = lazy(() => import('./column-chooser.tsx'));

/** A button of a list's bar. */
export const toolStyle = cx(chipStyle, 'px-2 font-medium hover:bg-hover');

/** The end of a list's bar: what the console adds, then its columns and density. Nothing where lists are not arranged. */
export function ListTools({ columns, ...tools }: ToolsProps & { columns: readonly { id: string; header: string }[] }) {
  const lists = useLists();
  if (!lists) return null;
  const { Tools } = lists;
  return (
    <div className="no-print flex items-center gap-2 sm:flex-wrap">
      <Tools {...tools} />
      <PopupButton
        className={cx(toolStyle, 'max-sm:hidden')}
        popup={(popup) => <ColumnChooser {...popup} list={tools.list} columns={columns} />}
      >
        <Columns3 aria-hidden className="text-ink-2" />
        Columns
      </PopupButton>
    </div>
  );
}
