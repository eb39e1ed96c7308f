import { portalApi } from '../../shared/portal/portal.api.ts';
import type { FeatureSpec } from '../feature-spec.ts';

export const portal: FeatureSpec = { api: portalApi, apiFunction: { files: 'read' }, data: 'read-write' };
