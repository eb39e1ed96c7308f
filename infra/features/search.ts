import { MANY_FACTS, ONE_RECORD } from '../../events/search.ts';
import { searchApi } from '../../shared/search/search.api.ts';
import type { FeatureSpec } from '../feature-spec.ts';

export const search: FeatureSpec = {
  api: searchApi,
  data: 'read-write',
  on: {
    'record-changed': { fact: ONE_RECORD },
    // Goes through all records of a client: one fact a run, so that there is time for many.
    'records-brought': { fact: MANY_FACTS, batch: 1, timeout: 300 },
  },
  schedules: { 'tend-search': { every: 'rate(1 hour)', timeout: 300 } },
};
