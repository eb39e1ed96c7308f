import type { ReactNode } from 'react';
import { Mark } from './avatar.tsx';
import { cx } from './cx.ts';
import { Link } from './link.tsx';

/**
 * Sign-in and everything before a session: one column, 44 px controls, one thing at a time. `wide` holds two columns (QR code
 * and key). Help stands in the same place on every one of these pages (WCAG 3.2.6).
 */
export function AuthShell({
  msp,
  title,
  lead,
  step,
  wide,
  below,
  help,
  links = [],
  children,
}: {
  msp: { name: string; logoUrl?: string };
  title: string;
  lead?: ReactNode;
  /** "Step 1 of 2" */
  step?: string;
  wide?: boolean;
  /** One grey line under the card: what comes next, or another way. */
  below?: ReactNode;
  help?: string;
  links?: readonly { label: string; href: string }[];
  children: ReactNode;
}) {
  return (
    <div data-scale="touch" className="flex min-h-dvh flex-col bg-canvas text-body">
      <header className="flex h-14 shrink-0 items-center justify-between gap-3 px-6 max-sm:px-4">
        <span className="flex min-w-0 items-center gap-2 font-semibold text-15">
          <Mark name={msp.name} logoUrl={msp.logoUrl} />
          <span className="truncate">{msp.name}</span>
        </span>
        {step ? <span className="num text-ink-3 text-meta">{step}</span> : null}
      </header>
      <main
        id="main"
        className={cx(
          'mx-auto flex w-full flex-1 flex-col px-4 pb-10 max-sm:pt-4',
          wide ? 'max-w-188 pt-[9vh]' : 'max-w-104 pt-[12vh]',
        )}
      >
        <h1 className="font-semibold text-22 tracking-[-0.01em]">{title}</h1>
        {lead ? <p className="mt-0.5 text-body text-ink-2">{lead}</p> : null}
        <div className="mt-6 flex flex-col gap-4 sm:rounded-card sm:border sm:border-line sm:bg-surface sm:p-6 max-sm:mt-4">
          {children}
        </div>
        {below ? <div className="mt-4 text-ink-3 text-meta">{below}</div> : null}
      </main>
      <footer className="flex flex-wrap justify-center gap-x-6 gap-y-1 px-4 pt-2 pb-6 text-ink-3 text-meta">
        {help ? <span>{help}</span> : null}
        {links.map((link) => (
          <Link key={link.href} href={link.href} className="hover:text-ink hover:underline">
            {link.label}
          </Link>
        ))}
      </footer>
    </div>
  );
}
