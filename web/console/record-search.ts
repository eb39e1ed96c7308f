import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { recordPath } from '../../shared/kernel/record-path.ts';
import type { SearchHit } from '../../shared/search/search.ts';
import { companyQuery } from '../features/companies/queries.ts';
import { KINDS } from '../features/search/kinds.tsx';
import { searchQuery } from '../features/search/queries.ts';
import { useMay } from '../lib/session.ts';
import type { Command, CommandSection, Found } from '../ui/command-palette.tsx';
import { formatDate } from '../ui/format.ts';
import { useLocale } from '../ui/locale.tsx';
import type { ScopeCompany } from '../ui/scope-switcher.tsx';
import { hrefOf } from './navigation.tsx';

const SHORTEST = 2;
const TOO_SHORT = 'Type one more letter to find records.';
const MORE = 'There is more. Type another word to find it.';

/** Where a hit is opened; a person on the list of them. */
function hrefOfHit({ type, id, companyId, hint = '' }: SearchHit): string | undefined {
  if (type === 'client') return hrefOf('', companyId);
  if (type === 'contact') return hrefOf('people', companyId);
  if (type === 'm365-user') return hrefOf(`m365?tab=users&accounts=any&q=${encodeURIComponent(hint)}`, companyId);
  return recordPath(companyId, { type, id });
}

/** Names of the clients of hits; those that are not loaded yet are asked for. */
async function namesOf(queryClient: QueryClient, known: readonly ScopeCompany[], hits: readonly SearchHit[]) {
  const names = new Map(known.map(({ id, name }) => [id, name]));
  const missing = [...new Set(hits.map(({ companyId }) => companyId))].filter((id) => !names.has(id));
  const asked = await Promise.all(missing.map((id) => queryClient.ensureQueryData(companyQuery(id))));
  for (const { companyId, name } of asked) names.set(companyId, name);
  return names;
}

interface Ways {
  companies: readonly ScopeCompany[];
  /** A client as the palette shows it. */
  client: (company: ScopeCompany) => Command;
  go: (href: string) => void;
}

/** Finds records of all clients for the palette, in a section a type, each with its client and what it is known by. */
export function useRecordSearch({ companies, client, go }: Ways): (text: string) => Promise<Found> {
  const queryClient = useQueryClient();
  const allowed = useMay()('search:read');
  const { locale, timeZone } = useLocale();
  const hintOf = ({ type, hint }: SearchHit) =>
    type === 'meeting' && hint ? formatDate(hint, locale, timeZone) : hint;
  return async (text) => {
    if (!allowed) return { sections: [] };
    if ([...text].length < SHORTEST) return { sections: [], note: TOO_SHORT };
    const { items, more } = await queryClient.fetchQuery(searchQuery(text));
    const names = await namesOf(
      queryClient,
      companies,
      items.filter(({ type }) => type !== 'client'),
    );
    const commandOf = (hit: SearchHit): Command => {
      if (hit.type === 'client') return client({ id: hit.companyId, name: hit.label });
      return {
        id: `${hit.type}-${hit.id}`,
        label: hit.label,
        hint: [names.get(hit.companyId), hintOf(hit)].filter(Boolean).join(' · '),
        icon: KINDS[hit.type].icon,
        run: () => go(hrefOfHit(hit) ?? hrefOf('', hit.companyId)),
      };
    };
    const sections = [...Map.groupBy(items, ({ type }) => type)].map(([type, hits]): CommandSection => {
      const id = type === 'client' ? 'clients' : type;
      return { id, label: KINDS[type].label, items: hits.map(commandOf) };
    });
    return { sections, ...(more ? { note: MORE } : {}) };
  };
}
