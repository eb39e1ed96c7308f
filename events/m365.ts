import { z } from 'zod';
import { CompanyId } from '../shared/kernel/id.ts';
import { fact } from './define.ts';

/** A person said where a Secure Score control stands for a company. */
export const controlStatusSet = fact(
  'm365.control.status-set',
  1,
  z.object({ companyId: CompanyId, controlId: z.string().max(120) }),
);

/** A sync changed what is known of a company's Microsoft 365. */
export const companyRefreshed = fact(
  'm365.company.refreshed',
  1,
  z.object({ companyId: CompanyId }),
  'What is known of a client’s Microsoft 365 was read anew.',
);

/** A sync has brought, changed or removed accounts of a client, after all its pages. */
export const usersSynced = fact('m365.users.synced', 1, z.object({ companyId: CompanyId }));

/** What was synced of a company's Microsoft 365 is gone: another organisation may feed the company now. */
export const companyPurged = fact('m365.company.purged', 1, z.object({ companyId: CompanyId }));

/** Prices or thresholds changed: figures follow with the next sync. */
export const settingsChanged = fact('m365.settings.changed', 1, z.object({ fields: z.array(z.string()) }));
