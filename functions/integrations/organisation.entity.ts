import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { CompanyGuess } from '../../shared/integrations/company-guess.ts';
import type { Trouble } from '../../shared/integrations/trouble.ts';
import { VENDOR_IDS } from '../../shared/integrations/vendor.ts';
import { recordAttributes } from '../_kit/record.ts';

const ofIntegration = {
  field: 'pk',
  composite: ['mspId', 'integrationId'],
  template: 't#${mspId}#in#${integrationId}',
  casing: 'none',
} as const;

/** A customer as the vendor knows it, by the hash of what it was added under. */
export const OrganisationEntity = new Entity({
  model: { entity: 'organisation', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    integrationId: { type: 'string', required: true },
    organisationId: { type: 'string', required: true },
    externalId: { type: 'string', required: true },
    name: { type: 'string', required: true },
    domains: { type: 'list', items: { type: 'string' }, required: true },
    state: { type: ['unchecked', 'ready', 'trouble'] as const, required: true },
    trouble: { type: CustomAttributeType<Trouble>('any') },
    checkedAt: { type: 'string' },
    companyId: { type: 'string' },
    companyName: { type: 'string' },
    /** The mapping has ended and what it brought is being removed; until then the company takes no other. */
    leaving: { type: 'boolean' },
    guess: { type: CustomAttributeType<CompanyGuess>('any') },
  },
  indexes: {
    ofIntegration: {
      pk: ofIntegration,
      sk: { field: 'sk', composite: ['organisationId'], template: 'og#${organisationId}', casing: 'none' },
    },
  },
});

export type OrganisationRow = EntityItem<typeof OrganisationEntity>;

/**
 * In the company's own partition: which organisation feeds it, one for each vendor. It changes when the mapping ends, so a
 * sync that holds on to it finds its commits refused, and goes when what was synced is gone.
 */
export const CompanySourceEntity = new Entity({
  model: { entity: 'company-source', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    companyId: { type: 'string', required: true },
    vendor: { type: VENDOR_IDS, required: true },
    integrationId: { type: 'string', required: true },
    organisationId: { type: 'string', required: true },
    externalId: { type: 'string', required: true },
    name: { type: 'string', required: true },
    leaving: { type: 'boolean' },
  },
  indexes: {
    ofCompany: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['vendor'], template: 'src#${vendor}', casing: 'none' },
    },
  },
});

export type CompanySourceRow = EntityItem<typeof CompanySourceEntity>;
