import { findingDecided, findingsReconciled } from '../../events/findings.ts';
import { findingsApi } from '../../shared/findings/findings.api.ts';
import type { FeatureSpec } from '../feature-spec.ts';

export const findings: FeatureSpec = {
  api: findingsApi,
  data: 'read-write',
  on: { 'findings-reconciled': { fact: findingsReconciled }, 'finding-decided': { fact: findingDecided } },
};
