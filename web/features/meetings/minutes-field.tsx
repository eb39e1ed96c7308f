import { useState } from 'react';
import { cx } from '../../ui/cx.ts';
import { useFieldWiring } from '../../ui/field.tsx';
import { inputStyle } from '../../ui/input-style.ts';
import { timeBoxOf } from './time-box.ts';

/** The time box of an agenda's row: written in place, saved when it is left. */
export function MinutesField({
  title,
  value,
  quiet,
  onChange,
}: {
  /** Of the item, for screen readers where no label stands above. */
  title: string;
  value: number;
  /** In a list: its edge shows when the row is reached. */
  quiet?: boolean;
  onChange: (minutes: number) => void;
}) {
  const wiring = useFieldWiring();
  const [typed, setTyped] = useState<string>();
  const problem = typed === undefined ? undefined : timeBoxOf(typed).problem;
  const leave = () => {
    if (typed === undefined) return;
    const { minutes } = timeBoxOf(typed);
    if (minutes === undefined) return;
    setTyped(undefined);
    if (minutes !== value) onChange(minutes);
  };
  return (
    <span className="relative flex flex-col items-end">
      <span className="relative block">
        <input
          type="text"
          inputMode="numeric"
          autoComplete="off"
          {...wiring}
          aria-label={wiring.id ? undefined : `Minutes for ${title}`}
          aria-invalid={problem ? true : undefined}
          value={typed ?? String(value)}
          onChange={(event) => setTyped(event.target.value)}
          onFocus={(event) => event.target.select()}
          onBlur={leave}
          onKeyDown={(event) => {
            if (event.key === 'Enter') leave();
            if (event.key === 'Escape' && typed !== undefined) {
              event.stopPropagation();
              setTyped(undefined);
            }
          }}
          className={cx(
            inputStyle,
            'num w-18 pr-8 text-right',
            quiet &&
              'sm:not-focus:not-aria-invalid:not-hover:border-transparent sm:not-focus:not-hover:bg-transparent sm:group-hover:border-line-field!',
          )}
        />
        <span
          aria-hidden
          className="pointer-events-none absolute inset-y-0 right-2 flex items-center text-ink-3 text-meta"
        >
          min
        </span>
      </span>
      {problem ? (
        <span
          role="alert"
          className="absolute top-full right-0 z-10 mt-1 w-48 rounded-control border border-line bg-surface px-2 py-1 text-bad text-meta shadow-pop"
        >
          {problem}
        </span>
      ) : null}
    </span>
  );
}
