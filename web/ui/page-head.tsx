import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Link } from './link.tsx';

export type Crumb = { label: string; href: string };

/**
 * The head of a page: crumb, title, status badge, one grey fact line; at the right at most two buttons and one primary,
 * whose words name its effect.
 */
export function PageHead({
  crumbs = [],
  title,
  badge,
  fact,
  actions,
  primary,
  className,
}: {
  crumbs?: readonly Crumb[];
  title: ReactNode;
  badge?: ReactNode;
  fact?: ReactNode;
  actions?: ReactNode;
  primary?: ReactNode;
  className?: string;
}) {
  return (
    <header className={cx('flex min-h-control flex-wrap items-center gap-x-6 gap-y-2', className)}>
      <div className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-0.5">
        {crumbs.length > 0 ? (
          <nav aria-label="Breadcrumb">
            <ol className="flex items-center text-body text-ink-3">
              {crumbs.map((crumb) => (
                <li
                  key={crumb.href}
                  className="flex items-center after:ml-1.5 not-last:after:mr-1.5 after:content-['/']"
                >
                  <Link href={crumb.href} className="hover:text-ink hover:underline">
                    {crumb.label}
                  </Link>
                </li>
              ))}
            </ol>
          </nav>
        ) : null}
        <h1 className="font-semibold text-title tracking-[-0.01em]">{title}</h1>
        {badge}
        {fact ? <p className="num text-body text-ink-3 touch:w-full touch:text-meta">{fact}</p> : null}
      </div>
      {actions || primary ? (
        <div className="no-print ml-auto flex flex-wrap items-center justify-end gap-2 empty:hidden max-sm:w-full max-sm:*:flex-1">
          {actions}
          {primary}
        </div>
      ) : null}
    </header>
  );
}
