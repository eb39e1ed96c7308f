import { Search, X } from 'lucide-react';
import { type ComponentProps, useEffect, useRef, useState } from 'react';
import { cx } from './cx.ts';
import { inputStyle } from './input-style.ts';

/**
 * A text filter over a list. Types at once, tells the caller after 200 ms of rest (Enter at once, Esc clears). `/` brings
 * focus here from the list: mark it with `data-list-filter`, which DataTable looks for.
 */
export function SearchBox({
  label,
  value,
  onChange,
  className,
  placeholder,
}: Pick<ComponentProps<'input'>, 'className' | 'placeholder'> & {
  label: string;
  value: string;
  onChange: (text: string) => void;
}) {
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    // The value changed from outside (back button, "Clear filter"): follow it.
    if (value !== sent.current) {
      sent.current = value;
      setText(value);
    }
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const send = (next: string, delay: number) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      sent.current = next;
      onChange(next);
    }, delay);
  };
  return (
    <search className={cx('relative block', className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-3"
      />
      <input
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        data-list-filter
        aria-label={label}
        placeholder={placeholder ?? label}
        value={text}
        onChange={(event) => send(event.target.value, 200)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') send(text, 0);
          if (event.key === 'Escape' && text !== '') {
            event.stopPropagation();
            send('', 0);
          }
        }}
        className={cx(inputStyle, 'px-8.5 touch:px-9 [&::-webkit-search-cancel-button]:hidden')}
      />
      {text ? (
        <button
          type="button"
          aria-label="Clear"
          onClick={() => send('', 0)}
          className="absolute inset-y-0 right-0 grid w-8.5 max-sm:w-11 place-items-center text-ink-2 hover:text-ink"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      ) : null}
    </search>
  );
}
