import { Building2, ChevronsUpDown } from 'lucide-react';
import { lazy } from 'react';
import { cx } from './cx.ts';
import { PopupButton } from './popup-button.tsx';

const ScopeList = lazy(() => import('./scope-list.tsx'));

export type ScopeCompany = { id: string; name: string; hint?: string };

export type ScopeProps = {
  /** The company in scope; null for all clients. */
  current: ScopeCompany | null;
  /** Recent or pinned ones, first in the list. */
  recent: readonly ScopeCompany[];
  companies: readonly ScopeCompany[];
  /** Keeps the page and changes the company; null for all clients. */
  onChange: (companyId: string | null) => void;
  /** Asks the server when the MSP has more companies than were loaded. */
  onSearch?: (text: string) => void;
};

/** Whose data is on the page: always in sight in the top bar. The list loads on first use. */
export function ScopeSwitcher({ className, ...scope }: ScopeProps & { className?: string }) {
  const name = scope.current?.name ?? 'All clients';
  return (
    <PopupButton
      label={`Client: ${name}`}
      className={cx(
        '-ml-2 flex h-control min-w-0 items-center gap-2 rounded-control px-2 font-medium text-control hover:bg-hover max-sm:text-15',
        className,
      )}
      popup={(popup) => <ScopeList {...popup} {...scope} />}
    >
      <Building2 aria-hidden className="size-4 shrink-0 text-ink-2 max-sm:hidden" />
      <span className="truncate">{name}</span>
      <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-2" />
    </PopupButton>
  );
}
