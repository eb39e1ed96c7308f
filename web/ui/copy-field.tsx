import { Check, Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { cx } from './cx.ts';
import { useFieldWiring } from './field.tsx';

/** A value to take elsewhere: a key, a link, a code. Readable, selectable, one press to copy. */
export function CopyField({ value, label, className }: { value: string; label: string; className?: string }) {
  const [copied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const Icon = copied ? Check : Copy;
  return (
    <div
      className={cx(
        'flex min-h-control items-center gap-2 rounded-control border border-line bg-sunken pl-3 text-13 max-sm:text-12 touch:max-sm:bg-surface',
        className,
      )}
    >
      <output
        id={useFieldWiring().id}
        aria-label={label}
        className="min-w-0 flex-1 select-all py-1.5 font-medium [overflow-wrap:anywhere]"
      >
        {value}
      </output>
      <button
        type="button"
        aria-label={`Copy ${label.toLocaleLowerCase()}`}
        onClick={async () => {
          await navigator.clipboard.writeText(value);
          setCopied(true);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => setCopied(false), 2_000);
        }}
        className="grid size-control shrink-0 place-items-center rounded-control text-ink-2 outline-offset-[-3px] hover:text-ink"
      >
        <Icon aria-hidden className="size-4" />
      </button>
      <span role="status" className="sr-only">
        {copied ? 'Copied' : ''}
      </span>
    </div>
  );
}
