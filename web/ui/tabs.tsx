import { type ReactNode, useId, useRef } from 'react';
import { cx } from './cx.ts';
import { stepIndex } from './keyboard.ts';

export type Tab<Value extends string = string> = { value: Value; label: string; count?: number; panel: ReactNode };

/**
 * Parts of one record under a line of names (WAI-ARIA tabs: arrows, Home and End move and show). The chosen one is the
 * caller's, who keeps it in the URL. Only the chosen panel is rendered.
 */
export function Tabs<Value extends string>({
  label,
  tabs,
  value,
  onChange,
  className,
}: {
  label: string;
  tabs: readonly Tab<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  className?: string;
}) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const index = tabs.findIndex((tab) => tab.value === value);
  const chosen = tabs[index];
  return (
    <div className={cx('flex min-w-0 flex-col gap-4', className)}>
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        className="flex gap-5 overflow-x-auto border-line border-b"
        onKeyDown={(event) => {
          const next = tabs[stepIndex(event.key, index, tabs.length, 'horizontal') ?? -1];
          if (!next) return;
          event.preventDefault();
          onChange(next.value);
          list.current?.querySelector<HTMLElement>(`[data-tab="${next.value}"]`)?.focus();
        }}
      >
        {tabs.map((tab) => {
          const on = tab.value === value;
          return (
            <button
              key={tab.value}
              type="button"
              role="tab"
              id={`${id}-tab-${tab.value}`}
              data-tab={tab.value}
              aria-selected={on}
              aria-controls={on ? `${id}-panel` : undefined}
              tabIndex={on ? 0 : -1}
              onClick={() => onChange(tab.value)}
              className={cx(
                '-mb-px flex h-9 touch:h-12 max-sm:h-11 shrink-0 items-center gap-1.5 border-b-2 font-medium text-control outline-offset-[-2px]',
                on ? 'border-accent text-ink' : 'border-transparent text-ink-2 hover:text-ink',
              )}
            >
              {tab.label}
              {tab.count === undefined ? null : <span className="num text-ink-3 text-meta">{tab.count}</span>}
            </button>
          );
        })}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${value}`}>
        {chosen?.panel}
      </div>
    </div>
  );
}
