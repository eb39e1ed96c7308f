import { ArrowRight } from 'lucide-react';
import { type ComponentProps, createContext, type ReactNode, useContext, useId } from 'react';
import { buttonStyle } from './button.tsx';
import { cx } from './cx.ts';
import { Link } from './link.tsx';

const HeadContext = createContext<string | undefined>(undefined);

/**
 * A bordered region of a page; no shadow, and never inside another card. Starts with a CardHead, whose title names the
 * region. `flush` drops the padding of the body for tables and lists that run to the edge.
 */
export function Card({ className, children, ...rest }: ComponentProps<'section'>) {
  const id = useId();
  return (
    <HeadContext value={id}>
      <section
        aria-labelledby={rest['aria-label'] ? undefined : id}
        className={cx('min-w-0 overflow-clip rounded-card border border-line bg-surface', className)}
        {...rest}
      >
        {children}
      </section>
    </HeadContext>
  );
}

/** Title, one grey fact, and at the right what can be done. `ruled` draws the line below it, above a table. */
export function CardHead({
  title,
  fact,
  action,
  ruled,
  className,
}: {
  title: ReactNode;
  fact?: ReactNode;
  action?: ReactNode;
  ruled?: boolean;
  className?: string;
}) {
  return (
    <header
      className={cx(
        'flex min-h-10 items-center gap-3 px-3.5 py-1 touch:min-h-12 touch:px-4 touch:py-2',
        ruled && 'border-line border-b',
        className,
      )}
    >
      <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
        <h2 id={useContext(HeadContext)} className="font-semibold text-body">
          {title}
        </h2>
        {fact ? <span className="num text-ink-3 text-meta">{fact}</span> : null}
      </div>
      {action ? <div className="flex shrink-0 items-center gap-2">{action}</div> : null}
    </header>
  );
}

/** The padded inside of a card. */
export function CardBody({ className, ...rest }: ComponentProps<'div'>) {
  return <div className={cx('card-body', className)} {...rest} />;
}

/** The quiet link at the right of a card head: "All findings →". */
export function CardLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className={cx(buttonStyle({ variant: 'quiet', size: 'tight' }), '-mr-1.5')}>
      {children}
      <ArrowRight aria-hidden />
    </Link>
  );
}

/** A part of a page without a border: a heading over rows or fields. */
export function Section({
  title,
  fact,
  action,
  className,
  children,
}: {
  title: ReactNode;
  fact?: ReactNode;
  action?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={cx('flex min-w-0 flex-col gap-2', className)}>
      <header className="flex flex-wrap items-baseline gap-x-2">
        <h2 id={id} className="font-semibold text-body">
          {title}
        </h2>
        {fact ? <span className="num text-ink-3 text-meta">{fact}</span> : null}
        {action ? <div className="ml-auto text-meta">{action}</div> : null}
      </header>
      {children}
    </section>
  );
}
