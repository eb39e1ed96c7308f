import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { DateText } from './amount.tsx';
import { cx } from './cx.ts';
import { TextLink } from './link-button.tsx';

export type TraceStep = {
  id: string;
  kind: string;
  icon?: ReactNode;
  title: string;
  /** Left out for the record one is looking at. */
  href?: string;
  detail?: string;
  /** ISO date at which the step came to be. */
  at?: string;
};

/** Why a record exists: source, finding, item, budget, meeting, each a link with its date. Runs down the page on a phone. */
export function Trace({ steps, currentId, label }: { steps: readonly TraceStep[]; currentId: string; label: string }) {
  return (
    <ol aria-label={label} className="flex flex-col lg:flex-row">
      {steps.map((step, index) => {
        const here = step.id === currentId;
        return (
          <li
            key={step.id}
            aria-current={here ? 'step' : undefined}
            className={cx(
              'relative flex min-w-0 flex-1 flex-col gap-0.5 px-3.5 py-2.5 lg:pr-2.5 max-lg:border-line max-lg:not-first:border-t lg:pl-5 lg:first:pl-3.5',
              here && 'bg-selected',
            )}
          >
            {index > 0 ? <Chevron over={steps[index - 1]?.id === currentId} /> : null}
            <span className="flex items-center gap-1.5 text-ink-3 text-meta [&_svg]:size-3.5">
              {step.icon ?? <ChevronRight aria-hidden />}
              {step.kind}
              {step.at ? <DateText iso={step.at} year={false} className="ml-auto" /> : null}
            </span>
            {step.href ? (
              <TextLink href={step.href} className="truncate">
                {step.title}
              </TextLink>
            ) : (
              <span className="truncate font-semibold">{step.title}</span>
            )}
            {step.detail ? <span className="truncate text-ink-2 text-meta">{step.detail}</span> : null}
          </li>
        );
      })}
    </ol>
  );
}

/** The arrow edge between two steps; filled when the step before it is the current one. */
function Chevron({ over }: { over: boolean }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 12 80"
      preserveAspectRatio="none"
      className="absolute inset-y-0 left-0 hidden h-full w-3 lg:block"
    >
      <path d="M0 0 L11 40 L0 80 Z" className={over ? 'fill-selected' : 'fill-surface'} />
      <path d="M0 0 L11 40 L0 80" fill="none" className="stroke-line-strong" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
