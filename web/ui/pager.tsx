import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from './button.tsx';
import { formatNumber } from './format.ts';
import { useLocale } from './locale.tsx';

const OFF = 'aria-disabled:text-ink-3 aria-disabled:opacity-60';

/** "17 of 38": how many are shown of how many, announced when it changes. */
export function ListCount({ shown, total }: { shown: number; total?: number }) {
  const { locale } = useLocale();
  return (
    <span role="status" className="num whitespace-nowrap text-ink-3 text-meta">
      {total === undefined || total === shown
        ? formatNumber(shown, locale)
        : `${formatNumber(shown, locale)} of ${formatNumber(total, locale)}`}
    </span>
  );
}

/** Walks a list by its cursors: there is no page number to jump to. A missing way is a missing handler. */
export function Pager({
  from,
  to,
  total,
  onNewer,
  onOlder,
  newer = 'Newer',
  older = 'Older',
  label = 'Pages',
}: {
  /** Names the pager when a page has more than one. */
  label?: string;
  from: number;
  to: number;
  total?: number;
  onNewer?: () => void;
  onOlder?: () => void;
  newer?: string;
  older?: string;
}) {
  const { locale } = useLocale();
  const range = `${formatNumber(from, locale)} to ${formatNumber(to, locale)}`;
  return (
    <nav aria-label={label} className="no-print flex items-center justify-end gap-2 px-(--edge,0.875rem) py-2">
      <span role="status" className="num mr-auto text-ink-3 text-meta">
        {total === undefined ? range : `${range} of ${formatNumber(total, locale)}`}
      </span>
      <Button size="sm" aria-disabled={!onNewer} className={OFF} onClick={onNewer}>
        <ChevronLeft aria-hidden />
        {newer}
      </Button>
      <Button size="sm" aria-disabled={!onOlder} className={OFF} onClick={onOlder}>
        {older}
        <ChevronRight aria-hidden />
      </Button>
    </nav>
  );
}
