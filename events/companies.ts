import { z } from 'zod';
import { CompanyId } from '../shared/kernel/id.ts';
import { fact } from './define.ts';

const OneCompany = z.object({ companyId: CompanyId });

export const companyCreated = fact('companies.company.created', 1, OneCompany);
export const companyChanged = fact('companies.company.changed', 1, OneCompany.extend({ fields: z.array(z.string()) }));
export const companyArchived = fact('companies.company.archived', 1, OneCompany);
export const companyRestored = fact('companies.company.restored', 1, OneCompany);
