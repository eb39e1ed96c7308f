import { useId } from 'react';
import { cx } from './cx.ts';
import { Link } from './link.tsx';

const track =
  'inline-flex w-fit max-w-full overflow-x-auto rounded-control bg-sunken p-0.5 dark:border dark:border-line';
const item =
  'relative inline-flex h-[calc(var(--chip-h)-2px)] shrink-0 select-none items-center gap-1.5 rounded-[5px] px-2.5 font-medium text-meta touch:text-control';
const chosenItem = 'bg-surface text-ink shadow-[0_0_0_1px_var(--line)] dark:bg-hover';
const otherItem = 'text-ink-2';

export type Segment<Value extends string = string> = { value: Value; label: string; count?: number };

/** Two to five ways to see the same thing. A radio group: arrow keys move between them. */
export function Segmented<Value extends string>({
  label,
  options,
  value,
  onChange,
  className,
}: {
  label: string;
  options: readonly Segment<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  className?: string;
}) {
  const name = useId();
  return (
    <fieldset aria-label={label} className={cx(track, className)}>
      {options.map((option) => (
        <label
          key={option.value}
          className={cx(
            item,
            'has-focus-visible:outline-2 has-focus-visible:outline-accent',
            option.value === value ? chosenItem : otherItem,
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="absolute inset-0 appearance-none outline-none"
          />
          {option.label}
          {option.count === undefined ? null : <span className="num text-ink-3">{option.count}</span>}
        </label>
      ))}
    </fieldset>
  );
}

/** The same look for pages that belong together: links, because each has an address of its own. */
export function SegmentedLinks({
  label,
  pages,
  currentId,
  className,
}: {
  label: string;
  pages: readonly { id: string; label: string; href: string }[];
  currentId: string;
  className?: string;
}) {
  return (
    <nav aria-label={label} className={cx(track, className)}>
      {pages.map((page) => (
        <Link
          key={page.id}
          href={page.href}
          aria-current={page.id === currentId ? 'page' : undefined}
          className={cx(item, 'outline-offset-[-2px]', page.id === currentId ? chosenItem : otherItem)}
        >
          {page.label}
        </Link>
      ))}
    </nav>
  );
}
