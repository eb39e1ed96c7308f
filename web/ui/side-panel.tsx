import { ChevronDown, ChevronUp, ExternalLink, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { buttonStyle } from './button.tsx';
import { cx } from './cx.ts';
import { IconButton } from './icon-button.tsx';
import { Link } from './link.tsx';

/**
 * A record beside its list, 480 px wide; over the whole screen on a phone. The list stays usable, so this is no dialog: the
 * caller keeps the open record in the URL (`?peek=id`), and the list's own J/K move through it.
 */
export function SidePanel({
  label,
  place,
  onPrevious,
  onNext,
  href,
  onClose,
  footer,
  className,
  children,
}: {
  /** Names the panel: the record's title. */
  label: string;
  /** Where the record stands in the list. */
  place?: { at: number; of: number };
  onPrevious?: () => void;
  onNext?: () => void;
  /** The record's own page. */
  href?: string;
  onClose: () => void;
  footer?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const panel = useRef<HTMLElement>(null);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    opener.current = document.activeElement;
    const from = opener.current;
    // Where the panel lies over the list, reading goes on inside it; beside the list, the list keeps the focus.
    if (matchMedia('(max-width: 1023px)').matches) panel.current?.focus();
    return () => {
      // Only when focus was inside: a list that moves on with J keeps its own focus.
      if (document.activeElement === document.body && from instanceof HTMLElement) from.focus();
    };
  }, []);
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) {
          event.stopPropagation();
          onClose();
        }
      }}
      className={cx(
        'no-print flex min-h-0 w-120 outline-none max-w-full shrink-0 flex-col border-line border-l bg-surface max-lg:fixed max-lg:inset-y-0 max-lg:right-0 max-lg:z-30 max-lg:shadow-pop max-sm:inset-0 max-sm:w-full max-sm:border-l-0',
        className,
      )}
    >
      <header className="flex h-12 max-sm:h-14 shrink-0 items-center gap-1 border-line border-b px-5 max-sm:px-3">
        {place ? (
          <span className="num mr-1 text-ink-3 text-meta">
            {place.at} of {place.of}
          </span>
        ) : null}
        {place ? (
          <>
            <IconButton
              small
              label="Record before (K)"
              icon={<ChevronUp />}
              onClick={onPrevious}
              aria-disabled={!onPrevious}
            />
            <IconButton small label="Next record (J)" icon={<ChevronDown />} onClick={onNext} aria-disabled={!onNext} />
          </>
        ) : null}
        <span className="ml-auto" />
        {href ? (
          <Link href={href} aria-label="Open full page" className={buttonStyle({ variant: 'quiet', size: 'iconSm' })}>
            <ExternalLink aria-hidden />
          </Link>
        ) : null}
        <IconButton small label="Close (Esc)" icon={<X />} onClick={onClose} />
      </header>
      <section
        aria-label={`${label}, details`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll region must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-5 py-4 outline-offset-[-2px] max-sm:px-4"
      >
        {children}
      </section>
      {footer ? (
        <footer
          // Messages stand above it: what can be done stays in reach.
          data-panel-footer
          className="flex shrink-0 flex-wrap items-center gap-2 border-line border-t px-5 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] max-sm:px-4"
        >
          {footer}
        </footer>
      ) : null}
    </aside>
  );
}
