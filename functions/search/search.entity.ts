import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { SearchType } from '../../shared/search/search.ts';

/* The index of records by their words. Its rows follow the records and carry no stamps: who changed those is told there. */

const owner = {
  mspId: { type: 'string', required: true },
  companyId: { type: 'string', required: true },
  type: { type: CustomAttributeType<SearchType>('string'), required: true },
  recordId: { type: 'string', required: true },
  label: { type: 'string', required: true },
  hint: { type: 'string' },
  also: { type: 'string' },
} as const;

/** What a record is written under: held against the record, it says which rows to write and which to take away. */
export const IndexedEntity = new Entity({
  model: { entity: 'indexed', version: '1', service: 'app' },
  attributes: {
    ...owner,
    v: { type: 'number', required: true },
    tokens: { type: CustomAttributeType<string[]>('any'), required: true },
  },
  indexes: {
    ofCompany: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['type', 'recordId'], template: 'sx#${type}#${recordId}', casing: 'none' },
    },
  },
});
export type IndexedRow = EntityItem<typeof IndexedEntity>;

/** A record under one of its tokens, with all that a search shows of it and filters by. */
export const TokenEntity = new Entity({
  model: { entity: 'token', version: '1', service: 'app' },
  attributes: {
    ...owner,
    start: { type: 'string', required: true },
    token: { type: 'string', required: true },
  },
  indexes: {
    /** The MSP's records by the beginning of a word. */
    starting: {
      pk: { field: 'pk', composite: ['mspId', 'start'], template: 't#${mspId}#s#${start}', casing: 'none' },
      sk: {
        field: 'sk',
        composite: ['token', 'type', 'recordId'],
        template: '${token}#${type}#${recordId}',
        casing: 'none',
      },
    },
  },
});
export type TokenRow = EntityItem<typeof TokenEntity>;
