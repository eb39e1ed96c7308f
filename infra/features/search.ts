import { CLIENT_STANDING, MANY_FACTS, ONE_CLIENT, ONE_RECORD } from '../../events/search.ts';
import { searchApi } from '../../shared/search/search.api.ts';
import type { FeatureSpec } from '../feature-spec.ts';

/** Goes through all records of a client: one fact a run, so that it has the time for many. */
const LONG = { batch: 1, timeout: 300 } as const;

export const search: FeatureSpec = {
  api: searchApi,
  data: 'read-write',
  on: {
    'record-changed': { fact: ONE_RECORD },
    'records-brought': { fact: MANY_FACTS, ...LONG },
    'client-changed': { fact: ONE_CLIENT },
    'client-archived': { fact: CLIENT_STANDING, ...LONG },
  },
  schedules: { 'tend-search': { every: 'rate(1 hour)', timeout: 300 } },
};
