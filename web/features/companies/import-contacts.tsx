import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import {
  CONTACT_FIELDS,
  contactCells,
  contactMark,
  type ImportedContact,
  MOST_CONTACTS_WRITTEN,
  OWN_CONTACT_FIELDS,
} from '../../../shared/companies/contact-import.ts';
import { client } from '../../lib/api.ts';
import ImportPage from '../../ui/import/import-page.tsx';
import type { Importer } from '../../ui/import/importer.ts';
import type { Crumb } from '../../ui/page-head.tsx';
import { companiesKey } from './queries.ts';

const importer = (clientName: string | undefined): Importer<ImportedContact> => ({
  one: 'contact',
  many: 'contacts',
  fields: clientName === undefined ? CONTACT_FIELDS : OWN_CONTACT_FIELDS,
  dates: [],
  cells: () => contactCells(clientName),
  nameOf: (facts) => (clientName === undefined ? `${facts.name}, ${facts.client}` : facts.name),
  markOf: contactMark,
  check: (rows) => client.companies.checkContacts({ rows }),
  write: (rows) => client.companies.importContacts({ rows }),
  mostWritten: MOST_CONTACTS_WRITTEN,
});

/** Brings contacts in from a file: of the client of this name, or of the clients that its lines name. */
export default function ImportContacts({
  clientName,
  crumbs,
  choice,
  onDone,
}: {
  clientName?: string;
  crumbs: readonly Crumb[];
  choice?: ReactNode;
  onDone: () => void;
}) {
  const queryClient = useQueryClient();
  return (
    <ImportPage
      importer={useMemo(() => importer(clientName), [clientName])}
      crumbs={crumbs}
      fact="A contact is found again at its client by email, or else by name"
      actions={choice}
      onWritten={() => queryClient.invalidateQueries({ queryKey: companiesKey() })}
      onDone={onDone}
    />
  );
}
