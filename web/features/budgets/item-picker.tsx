import { useState } from 'react';
import { Money } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Choice } from './item-choices.ts';

/**
 * Planner items to put into a budget, with what each costs in its fiscal year. Items that cost nothing in that year come last
 * and say so.
 */
export function ItemPicker({
  choices,
  year: name,
  currency,
  chosen,
  none,
  onChange,
}: {
  /** Undefined while they load. */
  choices: readonly Choice[] | undefined;
  /** What the fiscal year is called. */
  year: string;
  currency: string;
  chosen: readonly string[];
  /** What it means to choose none. */
  none: string;
  onChange: (ids: string[]) => void;
}) {
  const [text, setText] = useState('');
  if (!choices) return <Skeleton className="h-40" />;
  if (choices.length === 0) {
    return (
      <p className="rounded-card border border-line border-dashed p-3.5 text-ink-2 text-meta">
        The planner has nothing for this client that is not in the budget already.
      </p>
    );
  }
  const wanted = text.trim().toLowerCase();
  const shown = choices.filter(({ title }) => title.toLowerCase().includes(wanted));
  const due = shown.filter(({ minor }) => minor > 0).map(({ id }) => id);
  const sum = choices.filter(({ id }) => chosen.includes(id)).reduce((minor, choice) => minor + choice.minor, 0);
  const all = due.length > 0 && due.every((id) => chosen.includes(id));
  return (
    <div className="overflow-hidden rounded-card border border-line">
      <div className="flex flex-wrap items-center gap-2 border-line border-b p-2">
        <SearchBox label="Filter planner items" value={text} onChange={setText} className="min-w-40 flex-1" />
        <Button
          size="sm"
          variant="quiet"
          onClick={() => onChange(all ? chosen.filter((id) => !due.includes(id)) : [...new Set([...chosen, ...due])])}
        >
          {all ? 'Choose none' : `All ${due.length} of ${name}`}
        </Button>
      </div>
      <ul className="max-h-72 divide-y divide-line overflow-y-auto">
        {shown.map(({ id, title, when, minor }) => (
          <li key={id} className="px-3 py-1.5">
            <Checkbox
              checked={chosen.includes(id)}
              onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
              label={title}
              detail={
                <span className="num">
                  {when}
                  {minor > 0 ? (
                    <>
                      {', '}
                      <Money minor={minor} currency={currency} className="font-medium text-ink" /> in {name}
                    </>
                  ) : (
                    `, nothing in ${name}`
                  )}
                </span>
              }
            />
          </li>
        ))}
        {shown.length === 0 ? (
          <li className="px-3 py-3 text-ink-3 text-meta">No item has these words in its title.</li>
        ) : null}
      </ul>
      <p role="status" className="num border-line border-t bg-canvas px-3 py-2 text-ink-2 text-meta">
        {chosen.length === 0 ? `None chosen. ${none}` : `${chosen.length} chosen, `}
        {chosen.length === 0 ? null : (
          <>
            <Money minor={sum} currency={currency} className="font-semibold text-ink" /> in {name}
          </>
        )}
      </p>
    </div>
  );
}
