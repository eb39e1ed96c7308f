import { Check } from 'lucide-react';
import { cx } from './cx.ts';

const faces = {
  done: 'border-ok bg-ok-soft text-ok',
  here: 'border-accent bg-accent text-accent-ink',
  later: 'border-line-strong text-ink-2',
} as const;

/** Where one stands in a sequence: done, here, to come; each with a fact. On a phone only the present step and its number. */
export function Steps({
  steps,
  currentId,
  label,
}: {
  steps: readonly { id: string; label: string; fact?: string }[];
  currentId: string;
  label: string;
}) {
  const here = steps.findIndex((step) => step.id === currentId);
  return (
    <ol
      aria-label={label}
      className="flex overflow-hidden rounded-card border border-line bg-surface sm:divide-x sm:divide-line"
    >
      {steps.map((step, index) => {
        const done = index < here;
        const current = index === here;
        return (
          <li
            key={step.id}
            aria-current={current ? 'step' : undefined}
            className={cx(
              'flex min-h-12 min-w-0 flex-1 items-center gap-2.5 px-3.5 py-2',
              current ? 'bg-selected' : 'max-sm:hidden',
            )}
          >
            <span
              className={cx(
                'num grid size-6 shrink-0 place-items-center rounded-full border font-semibold text-12',
                faces[done ? 'done' : current ? 'here' : 'later'],
              )}
            >
              {done ? <Check aria-hidden className="size-3.5" /> : index + 1}
            </span>
            <span className={cx('truncate text-body', current ? 'font-semibold' : 'font-medium text-ink-2')}>
              {step.label}
              <span className="sr-only">{done ? ', done' : ''}</span>
            </span>
            {step.fact ? (
              <span className="num ml-auto hidden truncate text-ink-3 text-meta lg:inline">{step.fact}</span>
            ) : null}
            <span className="num ml-auto text-ink-3 text-meta sm:hidden">
              {index + 1} of {steps.length}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
