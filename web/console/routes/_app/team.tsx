import { useQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { scopeCompaniesQuery } from '../../../features/companies/queries.ts';
import { staffQuery } from '../../../features/identity/queries.ts';
import { TeamPage, type TeamSearch } from '../../../features/identity/team-page.tsx';
import { flagParam, textParam, wordParam } from '../../../lib/search.ts';

export const Route = createFileRoute('/_app/team')({
  validateSearch: (raw: Record<string, unknown>): TeamSearch => ({
    tab: wordParam(raw, 'tab', ['invitations']),
    status: wordParam(raw, 'status', ['inactive']),
    new: flagParam(raw, 'new'),
    edit: textParam(raw, 'edit'),
  }),
  loader: ({ context }) => void context.queryClient.prefetchInfiniteQuery(staffQuery('active')),
  component: Team,
});

function Team() {
  const search = Route.useSearch();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const companies = useQuery(scopeCompaniesQuery(text)).data?.items ?? [];
  const found = companies.map(({ companyId, name }) => ({ id: companyId, name }));
  return (
    <TeamPage
      search={search}
      onSearch={(next) => void navigate({ to: '/team', search: next, replace: true })}
      clients={{ found, onSearch: setText }}
    />
  );
}
