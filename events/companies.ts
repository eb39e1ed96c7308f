import { z } from 'zod';
import { CompanyId } from '../shared/kernel/id.ts';
import { fact } from './define.ts';

const OneCompany = z.object({ companyId: CompanyId });

export const companyCreated = fact('companies.company.created', 1, OneCompany, 'A client was added.');
export const companyChanged = fact(
  'companies.company.changed',
  1,
  OneCompany.extend({ fields: z.array(z.string()) }),
  'A client was changed.',
);
export const companyArchived = fact('companies.company.archived', 1, OneCompany, 'A client was archived.');
export const companyRestored = fact('companies.company.restored', 1, OneCompany, 'An archived client was taken back.');
