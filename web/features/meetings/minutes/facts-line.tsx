import type { ExhibitFact } from '../../../../shared/meetings/exhibit.ts';
import { AS_PRESENTED, valueText } from '../../../../shared/meetings/words.ts';
import { cx } from '../../../ui/cx.ts';
import { useLocale } from '../../../ui/locale.tsx';

/**
 * The figures on the table when something was said, in a line that wraps; `overtaken` when what was said has changed the record
 * since.
 */
export function FactsLine({
  facts,
  overtaken = false,
  className,
}: {
  facts: readonly ExhibitFact[];
  overtaken?: boolean;
  className?: string;
}) {
  const { locale } = useLocale();
  if (facts.length === 0) return null;
  const line = (
    <dl className={cx('num flex flex-wrap gap-x-4', className)}>
      {facts.map(({ label, value }) => (
        <div key={label} className="flex flex-wrap gap-x-1.5">
          <dt className="text-ink-3">{label}</dt>
          <dd className="text-ink-2">{valueText(value, locale)}</dd>
        </div>
      ))}
    </dl>
  );
  if (!overtaken) return line;
  return (
    <div className="flex flex-wrap gap-x-4">
      <span className={cx('text-ink-3', className)}>{AS_PRESENTED}</span>
      {line}
    </div>
  );
}
