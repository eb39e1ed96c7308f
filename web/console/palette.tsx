import { useRouter } from '@tanstack/react-router';
import { Building2 } from 'lucide-react';
import { useMay } from '../lib/session.ts';
import { chooseTheme } from '../lib/theme.ts';
import CommandPalette, { type Command, type CommandSection } from '../ui/command-palette.tsx';
import type { ScopeCompany } from '../ui/scope-switcher.tsx';
import { hrefOf, navigation } from './navigation.tsx';
import { rememberScope } from './recent-scopes.ts';
import { useRecordSearch } from './record-search.ts';

/** Pages, clients and actions of the console, and its records, which are asked of the server. */
export default function Palette({
  companyId,
  companies,
  onClose,
}: {
  companyId: string | undefined;
  companies: readonly ScopeCompany[];
  onClose: () => void;
}) {
  const router = useRouter();
  const may = useMay();
  const go = (href: string) => router.history.push(href);
  const { groups, foot } = navigation(companyId, may, 0);

  const client = ({ id, name }: ScopeCompany): Command => ({
    id: `client-${id}`,
    label: name,
    hint: 'Client',
    icon: <Building2 />,
    run: () => {
      rememberScope(id);
      go(hrefOf('', id));
    },
  });
  const pages: Command[] = [...groups.flatMap((group) => group.items), ...foot].map(({ id, label, icon, href }) => ({
    id: `page-${id}`,
    label,
    icon,
    run: () => go(href),
  }));
  const sections: CommandSection[] = [
    { id: 'pages', label: 'Go to', items: pages },
    { id: 'clients', label: 'Clients', items: companies.slice(0, 8).map(client) },
    {
      id: 'actions',
      label: 'Actions',
      items: [
        ...(may('companies:write')
          ? [
              { id: 'new-client', label: 'New client', keywords: 'add company', run: () => go('/?new=true') },
              {
                id: 'import-clients',
                label: 'Import clients',
                keywords: 'csv file companies',
                run: () => go(hrefOf('import', undefined)),
              },
              {
                id: 'import-contacts',
                label: 'Import contacts',
                keywords: 'csv file people',
                run: () =>
                  go(companyId ? hrefOf('people/import', companyId) : `${hrefOf('import', undefined)}?of=contacts`),
              },
            ]
          : []),
        ...(companyId && may('planner:write')
          ? [
              {
                id: 'new-item',
                label: 'New planner item',
                keywords: 'add roadmap',
                run: () => go(`${hrefOf('planner', companyId)}?new=true`),
              },
            ]
          : []),
        ...(may('meetings:write')
          ? [
              {
                id: 'new-meeting',
                label: 'New meeting',
                keywords: 'plan review qbr agenda',
                run: () => go(`${hrefOf('meetings', companyId)}?new=true`),
              },
            ]
          : []),
        { id: 'light', label: 'Light theme', run: () => chooseTheme('light') },
        { id: 'dark', label: 'Dark theme', run: () => chooseTheme('dark') },
        {
          id: 'account',
          label: 'Your account',
          keywords: 'password second factor sessions',
          run: () => go('/account'),
        },
      ],
    },
  ];
  const search = useRecordSearch({ companies, client, go });

  return <CommandPalette open onOpenChange={(open) => !open && onClose()} sections={sections} search={search} />;
}
