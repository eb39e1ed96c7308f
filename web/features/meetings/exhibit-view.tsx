import type { Exhibit, ExhibitFact, Value } from '../../../shared/meetings/exhibit.ts';
import { DateText, Money } from '../../ui/amount.tsx';
import { cx } from '../../ui/cx.ts';
import { formatNumber } from '../../ui/format.ts';
import { useLocale } from '../../ui/locale.tsx';

/** A value of an exhibit in the reader's locale. */
export function ExhibitValue({ value }: { value: Value }) {
  const { locale } = useLocale();
  switch (value.kind) {
    case 'text':
      return <>{value.text}</>;
    case 'money':
      return <Money minor={value.minor} currency={value.currency} />;
    case 'date':
      return <DateText iso={value.date} />;
    case 'period':
      return (
        <>
          <DateText iso={value.from} /> to <DateText iso={value.to} />
        </>
      );
    case 'percent':
      return <span className="num">{formatNumber(value.percent, locale)}%</span>;
    case 'number':
      return <span className="num">{formatNumber(value.number, locale)}</span>;
  }
}

/** A text that needs the whole width to be read. */
const LONG = 48;
const isLong = ({ value }: ExhibitFact) => value.kind === 'text' && value.text.length > LONG;

function Fact({
  fact: { label, value, hint },
  large,
  long = false,
}: {
  fact: ExhibitFact;
  large: boolean;
  long?: boolean;
}) {
  const figure = large ? 'font-semibold text-22 max-sm:text-18' : 'font-semibold text-body';
  const prose = large ? 'text-18' : 'text-body';
  return (
    <div className={cx('-mt-px -ml-px min-w-0 border-line border-t border-l', large ? 'px-5 py-4' : 'px-3.5 py-2.5')}>
      <dt className={cx('text-ink-3', large ? 'text-15' : 'text-meta')}>{label}</dt>
      <dd className={cx('break-words', long ? prose : figure)}>
        <ExhibitValue value={value} />
        {hint ? <span className="ml-1.5 font-normal text-ink-3 text-meta">{hint}</span> : null}
      </dd>
    </div>
  );
}

const isFigure = ({ kind }: Value) => kind === 'money' || kind === 'number' || kind === 'percent';

/**
 * The figures of an agenda item as the client sees them: facts in one strip, and the table below. `of` is the item's title;
 * `large` for the shared view of a meeting that is being held.
 */
export function ExhibitView({ exhibit, of, large = false }: { exhibit: Exhibit; of: string; large?: boolean }) {
  const { facts, table } = exhibit;
  const [long, short] = [facts.filter(isLong), facts.filter((fact) => !isLong(fact))];
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {facts.length > 0 ? (
        <div className="overflow-hidden rounded-card border border-line bg-surface">
          {short.length > 0 ? (
            <dl className="grid auto-cols-fr grid-cols-2 sm:grid-flow-col sm:grid-cols-none">
              {short.map((fact) => (
                <Fact key={fact.label} fact={fact} large={large} />
              ))}
            </dl>
          ) : null}
          {long.length > 0 ? (
            <dl>
              {long.map((fact) => (
                <Fact key={fact.label} fact={fact} large={large} long />
              ))}
            </dl>
          ) : null}
        </div>
      ) : null}
      {table ? (
        // A group, no region: a page shows as many of them as its agendas have items, and two items may have one title.
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
        <div
          role="group"
          aria-label={`Figures of ${of}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll region must be reachable by keyboard (WCAG 2.1.1)
          tabIndex={0}
          className="overflow-x-auto rounded-control focus-visible:outline-2"
        >
          <table className={cx('w-full border-collapse', large ? 'text-15' : 'text-body')}>
            <thead>
              <tr className="border-line border-b text-ink-3 text-meta">
                {table.columns.map((column, index) => (
                  <th
                    key={column}
                    scope="col"
                    className={cx(
                      'whitespace-nowrap py-2 pr-4 font-normal last:pr-0',
                      table.rows[0]?.[index] && isFigure(table.rows[0][index]) ? 'text-right' : 'text-left',
                    )}
                  >
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of a frozen table have no other name and never move
                <tr key={index} className="border-line border-b">
                  {row.map((value, column) => (
                    <td
                      // biome-ignore lint/suspicious/noArrayIndexKey: see the row
                      key={column}
                      className={cx(
                        'pr-4 align-top last:pr-0',
                        large ? 'py-3' : 'py-2',
                        isFigure(value) && 'num text-right',
                      )}
                    >
                      <ExhibitValue value={value} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {table.more > 0 ? <p className="pt-2 text-ink-3 text-meta">And {table.more} more.</p> : null}
        </div>
      ) : null}
    </div>
  );
}
