import { viewsApi } from '../../shared/views/views.api.ts';
import type { FeatureSpec } from '../feature-spec.ts';

export const views: FeatureSpec = { api: viewsApi, data: 'read-write' };
