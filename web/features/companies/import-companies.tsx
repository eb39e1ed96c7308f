import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import {
  COMPANY_FIELDS,
  companyCells,
  companyMark,
  type ImportedCompany,
  MOST_COMPANIES_WRITTEN,
} from '../../../shared/companies/company-import.ts';
import { client } from '../../lib/api.ts';
import ImportPage from '../../ui/import/import-page.tsx';
import type { Importer } from '../../ui/import/importer.ts';
import { companiesKey } from './queries.ts';

const importer: Importer<ImportedCompany> = {
  one: 'client',
  many: 'clients',
  fields: COMPANY_FIELDS,
  dates: [],
  cells: () => companyCells,
  nameOf: ({ name }) => name,
  markOf: companyMark,
  check: (rows) => client.companies.checkImport({ rows }),
  write: (rows) => client.companies.importRows({ rows }),
  mostWritten: MOST_COMPANIES_WRITTEN,
};

/** Brings clients in from a file. `choice` changes to another kind of file. */
export default function ImportCompanies({
  clientsHref,
  choice,
  onDone,
}: {
  clientsHref: string;
  choice: ReactNode;
  onDone: () => void;
}) {
  const queryClient = useQueryClient();
  return (
    <ImportPage
      importer={importer}
      crumbs={[{ label: 'Clients', href: clientsHref }]}
      fact="A client is found again by its name, or else by the domain of its website"
      actions={choice}
      onWritten={() => queryClient.invalidateQueries({ queryKey: companiesKey() })}
      onDone={onDone}
    />
  );
}
