import { z } from 'zod';
import { Instant } from '../kernel/date.ts';
import { CompanyId, IntegrationId } from '../kernel/id.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { RecordFields } from '../kernel/record.ts';
import { CompanyGuess } from './company-guess.ts';
import { Trouble } from './trouble.ts';

/** Hex SHA-256 of what the organisation was added under: its vendor's id or a domain. */
export const OrganisationId = z.string().regex(/^[0-9a-f]{64}$/, 'Open the tenant from its list and try again.');

/** A customer as the vendor knows it (for Microsoft: a tenant). It feeds at most one company. */
export const Organisation = z.object({
  ...RecordFields,
  organisationId: OrganisationId,
  integrationId: IntegrationId,
  /** The vendor's own id, or the domain it was added under until the vendor has told the id. */
  externalId: z.string(),
  name: z.string(),
  domains: z.array(z.string()),
  /** `unchecked` until the vendor has answered once for it. */
  state: z.enum(['unchecked', 'ready', 'trouble']),
  trouble: Trouble.optional(),
  checkedAt: Instant.optional(),
  companyId: CompanyId.optional(),
  companyName: z.string().optional(),
  /** The mapping has ended; what it brought is still being removed. */
  leaving: z.boolean().optional(),
  guess: CompanyGuess.optional(),
});
export type Organisation = z.infer<typeof Organisation>;
export const OrganisationPage = pageOf(Organisation);

export const OrganisationFilter = z.strictObject({ ...PageInput, integrationId: IntegrationId });
export type OrganisationFilter = z.infer<typeof OrganisationFilter>;

const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A tenant's id or one of its domains. */
export const TenantName = z
  .string('Enter a tenant ID or a domain.')
  .trim()
  .toLowerCase()
  .refine(
    (text) => DOMAIN.test(text) || GUID.test(text),
    'Enter a tenant ID (36 characters) or a domain such as contoso.com.',
  );

export const NewOrganisation = z.strictObject({ integrationId: IntegrationId, tenant: TenantName });
export type NewOrganisation = z.infer<typeof NewOrganisation>;

export const OneOrganisation = z.strictObject({ integrationId: IntegrationId, organisationId: OrganisationId });
export type OneOrganisation = z.infer<typeof OneOrganisation>;
