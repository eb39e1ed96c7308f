import { MANY_FACTS, ONE_RECORD } from '../../events/search.ts';
import { searchApi } from '../../shared/search/search.api.ts';
import type { FeatureSpec } from '../feature-spec.ts';

export const search: FeatureSpec = {
  api: searchApi,
  data: 'read-write',
  on: {
    'record-changed': { fact: ONE_RECORD },
    // Goes through all records of a client, once for all facts of a batch: cut off, the next run goes on with the rest.
    'records-brought': { fact: MANY_FACTS, timeout: 300 },
  },
  schedules: { 'tend-search': { every: 'rate(1 hour)', timeout: 300 } },
};
