import { useState } from 'react';
import { Checkbox } from './checkbox.tsx';
import { RadioCards } from './radio-cards.tsx';
import { SearchBox } from './search-box.tsx';

/** Clients to choose from, as the page's route knows them. */
export interface Clients {
  found: readonly { id: string; name: string }[];
  onSearch: (text: string) => void;
}

/** Which clients somebody, or something, sees: all of them, or the ticked ones. */
export function ClientsField({
  value,
  onChange,
  clients,
  mayAll,
}: {
  value: 'all' | string[];
  onChange: (value: 'all' | string[]) => void;
  clients: Clients;
  /** Nobody hands out more clients than they see. */
  mayAll: boolean;
}) {
  const [search, setSearch] = useState('');
  const ticked = value === 'all' ? [] : value;
  const fitting = clients.found.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
  const outside = ticked.filter((id) => !clients.found.some((one) => one.id === id)).length;
  const tick = (id: string, on: boolean) => onChange(on ? [...ticked, id] : ticked.filter((other) => other !== id));
  return (
    <RadioCards
      value={value === 'all' ? 'all' : 'named'}
      onChange={(way) => onChange(way === 'all' ? 'all' : [])}
      options={[
        ...(mayAll ? [{ value: 'all' as const, label: 'All clients', detail: 'Also those that are added later' }] : []),
        {
          value: 'named' as const,
          label: 'Named clients',
          detail: 'Everything of other clients stays out of sight',
          ...(value === 'all' ? {} : { fact: ticked.length }),
          children: (
            <div className="flex flex-col gap-2">
              <SearchBox
                label="Find a client"
                value={search}
                onChange={(text) => {
                  setSearch(text);
                  clients.onSearch(text);
                }}
              />
              <ul
                aria-label="Clients"
                className="max-h-48 overflow-y-auto rounded-control border border-line bg-surface px-2.5 py-1"
              >
                {fitting.map(({ id, name }) => (
                  <li key={id} className="py-0.5">
                    <Checkbox label={name} checked={ticked.includes(id)} onChange={(on) => tick(id, on)} />
                  </li>
                ))}
                {fitting.length === 0 ? (
                  <li className="py-1 text-ink-3 text-meta">
                    {search ? 'No client of this name.' : 'There is no client yet.'}
                  </li>
                ) : null}
              </ul>
              {outside > 0 ? (
                <p className="text-ink-3 text-meta">{outside} more that this list does not show stay ticked.</p>
              ) : null}
            </div>
          ),
        },
      ]}
    />
  );
}
