import { Entity } from 'electrodb';

/** A site of a client as the monitoring knows it: where its devices stand. */
export const SiteEntity = new Entity({
  model: { entity: 'device-site', version: '1', service: 'app' },
  attributes: {
    mspId: { type: 'string', required: true },
    companyId: { type: 'string', required: true },
    key: { type: 'string', required: true },
    v: { type: 'number', required: true },
    name: { type: 'string', required: true },
  },
  indexes: {
    ofCompany: {
      pk: { field: 'pk', composite: ['mspId', 'companyId'], template: 't#${mspId}#c#${companyId}', casing: 'none' },
      sk: { field: 'sk', composite: ['key'], template: 'dl#${key}', casing: 'none' },
    },
  },
});
