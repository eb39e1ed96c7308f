import { CircleX, FilterX, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import { asProblem, reportBug } from './problem.ts';

function StateFrame({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div className={cx('state-frame flex flex-col items-center justify-center gap-3 text-center', className)}>
      {children}
    </div>
  );
}

/** Nothing here yet: one sentence on what will be, one primary action, and for data that is collected, where it comes from. */
export function EmptyState({
  title,
  children,
  action,
  icon,
  className,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  icon?: ReactNode;
  className?: string;
}) {
  return (
    <StateFrame className={className}>
      {icon ? <span className="text-ink-3 [&_svg]:size-5">{icon}</span> : null}
      <div className="flex max-w-100 flex-col gap-1">
        <h2 className="font-semibold text-body">{title}</h2>
        {children ? <p className="text-body text-ink-2">{children}</p> : null}
      </div>
      {action}
    </StateFrame>
  );
}

/** The filter leaves nothing over: differs from "nothing yet", and offers the way back. */
export function FilterEmpty({ onClear, children }: { onClear: () => void; children?: ReactNode }) {
  return (
    <EmptyState
      icon={<FilterX aria-hidden />}
      title="Nothing matches these filters"
      action={<Button onClick={onClear}>Clear filters</Button>}
    >
      {children}
    </EmptyState>
  );
}

/** What an error means to a person: the API's own words, or what is known without them. */
export function errorWords(error: unknown): { title: string; detail?: string; requestId?: string } {
  const problem = asProblem(error);
  if (problem) return { title: problem.title, detail: problem.detail, requestId: problem.requestId };
  if (error instanceof TypeError) {
    return { title: 'The server did not answer', detail: 'Check the connection, then try again.' };
  }
  return { title: 'Something went wrong on this page', detail: 'Try again. If it stays, tell us what you were doing.' };
}

/** The same in a sentence, for what stands beside the thing that was refused. */
export function errorSentence(error: unknown): string {
  const { title, detail } = errorWords(error);
  return asProblem(error) ? (detail ?? title) : `${title}. ${detail}`;
}

/** That sentence where an error is caught: a bug of ours is reported too. */
export function refusalWords(error: unknown): string {
  reportBug(error);
  return errorSentence(error);
}

/** Loading failed: what happened, what to do, the request id to quote, and Retry. */
export function ErrorState({
  error,
  onRetry,
  className,
}: {
  error: unknown;
  onRetry?: () => void;
  className?: string;
}) {
  const { title, detail, requestId } = errorWords(error);
  return (
    <div role="alert">
      <StateFrame className={className}>
        <span className="grid size-7 place-items-center rounded-control bg-bad text-bad-ink">
          <CircleX aria-hidden className="size-4" />
        </span>
        <div className="flex max-w-100 flex-col gap-1">
          <h2 className="font-semibold text-body">{title}</h2>
          {detail ? <p className="text-body text-ink-2">{detail}</p> : null}
          {requestId ? (
            <p className="text-ink-3 text-meta">
              Request <code className="select-all font-sans">{requestId}</code>
            </p>
          ) : null}
        </div>
        {onRetry ? (
          <Button icon={<RotateCw aria-hidden />} onClick={onRetry}>
            Try again
          </Button>
        ) : null}
      </StateFrame>
    </div>
  );
}
