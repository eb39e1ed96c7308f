import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import { recordAttributes } from '../_kit/record.ts';

/** What the last page that touched a part wrote into it: a page that is repeated after a kill counts the same again. */
export interface LastPage {
  runId: string;
  page: number;
  created: string[];
  changed: string[];
}

/**
 * Content hashes of the rows known, by key: what a sync need not write again. One row for each part of the keys of a
 * (integration, company, data set). A hash that begins with `q` belongs to a row in quarantine.
 */
export const ManifestEntity = new Entity({
  model: { entity: 'manifest', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    integrationId: { type: 'string', required: true },
    companyId: { type: 'string', required: true },
    dataSet: { type: 'string', required: true },
    part: { type: 'number', required: true },
    hashes: { type: CustomAttributeType<Record<string, string>>('any'), required: true },
    last: { type: CustomAttributeType<LastPage>('any'), required: true },
  },
  indexes: {
    ofCompany: {
      pk: {
        field: 'pk',
        composite: ['mspId', 'integrationId', 'companyId'],
        template: 't#${mspId}#mf#${integrationId}#${companyId}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['dataSet', 'part'], template: '${dataSet}#${part}', casing: 'none' },
    },
  },
});

export type ManifestRow = EntityItem<typeof ManifestEntity>;

/** Between runs: where the vendor's change list goes on, and whether a person accepted that rows vanish. */
export const ListingEntity = new Entity({
  model: { entity: 'listing', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    integrationId: { type: 'string', required: true },
    organisationId: { type: 'string', required: true },
    dataSet: { type: 'string', required: true },
    delta: { type: 'string' },
    completeAt: { type: 'string' },
    removalAccepted: { type: 'boolean' },
  },
  indexes: {
    ofOrganisation: {
      pk: {
        field: 'pk',
        composite: ['mspId', 'integrationId'],
        template: 't#${mspId}#in#${integrationId}',
        casing: 'none',
      },
      sk: {
        field: 'sk',
        composite: ['organisationId', 'dataSet'],
        template: 'li#${organisationId}#${dataSet}',
        casing: 'none',
      },
    },
  },
});

export type ListingRow = EntityItem<typeof ListingEntity>;

/** A row of the vendor that could not be read, with the reason. Gone as soon as it can be. */
export const QuarantinedEntity = new Entity({
  model: { entity: 'quarantined', version: '1', service: 'app' },
  attributes: {
    ...recordAttributes,
    integrationId: { type: 'string', required: true },
    companyId: { type: 'string', required: true },
    dataSet: { type: 'string', required: true },
    quarantineId: { type: 'string', required: true },
    label: { type: 'string', required: true },
    reason: { type: 'string', required: true },
  },
  indexes: {
    ofIntegration: {
      pk: {
        field: 'pk',
        composite: ['mspId', 'integrationId'],
        template: 't#${mspId}#in#${integrationId}#qr',
        casing: 'none',
      },
      sk: {
        field: 'sk',
        composite: ['companyId', 'dataSet', 'quarantineId'],
        template: '${companyId}#${dataSet}#${quarantineId}',
        casing: 'none',
      },
    },
  },
});

export type QuarantinedRow = EntityItem<typeof QuarantinedEntity>;
