import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { wordParam } from '../../../lib/search.ts';
import { Segmented } from '../../../ui/segmented.tsx';
import { CardSkeleton } from '../../../ui/skeleton.tsx';
import { hrefOf } from '../../navigation.tsx';

const ImportCompanies = lazy(() => import('../../../features/companies/import-companies.tsx'));
const ImportContacts = lazy(() => import('../../../features/companies/import-contacts.tsx'));

const KINDS = [
  { value: 'clients', label: 'Clients' },
  { value: 'contacts', label: 'Contacts' },
] as const;

/** Files over all clients: clients themselves, or people at them. */
export const Route = createFileRoute('/_app/import')({
  validateSearch: (raw: Record<string, unknown>): { of?: 'contacts' } => ({ of: wordParam(raw, 'of', ['contacts']) }),
  component: Import,
});

function Import() {
  const { of } = Route.useSearch();
  const navigate = useNavigate();
  const clientsHref = hrefOf('', undefined);
  const choice = (
    <Segmented
      label="What the file holds"
      options={KINDS}
      value={of ?? 'clients'}
      onChange={(kind) => void navigate({ to: '/import', search: kind === 'contacts' ? { of: kind } : {} })}
    />
  );
  const onDone = () => void navigate({ to: '/' });
  return (
    <Suspense fallback={<CardSkeleton label="Loading the import" rows={8} />}>
      {of === 'contacts' ? (
        <ImportContacts crumbs={[{ label: 'Clients', href: clientsHref }]} choice={choice} onDone={onDone} />
      ) : (
        <ImportCompanies clientsHref={clientsHref} choice={choice} onDone={onDone} />
      )}
    </Suspense>
  );
}
