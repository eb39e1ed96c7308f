import { Combobox } from '@base-ui/react/combobox';
import { Popover } from '@base-ui/react/popover';
import { Check, Search } from 'lucide-react';
import { useMemo } from 'react';
import { cx } from './cx.ts';
import type { PopupProps } from './popup-button.tsx';
import { popupItemStyle, popupStyle } from './popup-style.ts';
import type { ScopeCompany, ScopeProps } from './scope-switcher.tsx';

const all: ScopeCompany = { id: '', name: 'All clients' };
type Section = { id: string; label: string; items: ScopeCompany[] };

/** The open list of ScopeSwitcher, in a chunk of its own: a search over all clients, recent ones first. */
export default function ScopeList({
  open,
  onOpenChange,
  anchor,
  current,
  recent,
  companies,
  onChange,
  onSearch,
}: PopupProps & ScopeProps) {
  const sections = useMemo<Section[]>(() => {
    const known = new Set(recent.map(({ id }) => id));
    return [
      { id: 'all', label: '', items: [all] },
      { id: 'recent', label: 'Recent', items: [...recent] },
      { id: 'rest', label: 'Clients', items: companies.filter(({ id }) => !known.has(id)) },
    ].filter(({ items }) => items.length > 0);
  }, [recent, companies]);

  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} align="start" sideOffset={4} className="z-50">
          <Popover.Popup
            aria-label="Choose a client"
            finalFocus={anchor}
            className={cx(popupStyle, 'w-80 max-w-[calc(100vw-1rem)] overflow-hidden')}
          >
            <Combobox.Root
              open
              inline
              items={sections}
              value={current ?? all}
              onValueChange={(company: ScopeCompany | null) => {
                if (!company) return;
                onOpenChange(false);
                onChange(company.id || null);
              }}
              onInputValueChange={(text, details) => {
                if (details.reason === 'input-change') onSearch?.(text);
              }}
              itemToStringLabel={(company: ScopeCompany) => company.name}
              isItemEqualToValue={(a: ScopeCompany, b: ScopeCompany) => a.id === b.id}
              autoHighlight
            >
              <div className="flex h-control items-center gap-2 border-line border-b px-3">
                <Search aria-hidden className="size-4 shrink-0 text-ink-3" />
                <Combobox.Input
                  aria-label="Find a client"
                  placeholder="Find a client"
                  className="h-full min-w-0 flex-1 bg-transparent text-field outline-none"
                />
              </div>
              <Combobox.Empty className="text-ink-3 text-meta not-empty:p-3">No client of that name.</Combobox.Empty>
              <Combobox.List className="max-h-[min(22rem,60dvh)] overflow-y-auto not-data-empty:p-1">
                {(section: Section) => (
                  <Combobox.Group key={section.id} items={section.items}>
                    {section.label ? (
                      <Combobox.GroupLabel className="px-2 pt-2 pb-1 text-ink-3 text-meta">
                        {section.label}
                      </Combobox.GroupLabel>
                    ) : null}
                    <Combobox.Collection>
                      {(company: ScopeCompany) => (
                        <Combobox.Item key={company.id} value={company} className={cx(popupItemStyle, 'pr-8')}>
                          <span className="truncate">{company.name}</span>
                          {company.hint ? (
                            <span className="ml-auto shrink-0 text-ink-3 text-meta">{company.hint}</span>
                          ) : null}
                          <Combobox.ItemIndicator className="absolute right-2">
                            <Check aria-hidden className="text-accent" />
                          </Combobox.ItemIndicator>
                        </Combobox.Item>
                      )}
                    </Combobox.Collection>
                  </Combobox.Group>
                )}
              </Combobox.List>
            </Combobox.Root>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
