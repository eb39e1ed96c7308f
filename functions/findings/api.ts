import { findingsApi } from '../../shared/findings/findings.api.ts';
import { api } from '../_kit/api.ts';
import * as Findings from './findings.service.ts';

export const handler = api(findingsApi, {
  listAll: Findings.listAll,
  list: Findings.list,
  get: Findings.get,
  links: Findings.links,
  history: Findings.history,
  dismiss: Findings.dismiss,
  reopen: Findings.reopen,
});
