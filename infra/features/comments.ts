import { commentsApi } from '../../shared/comments/comments.api.ts';
import type { FeatureSpec } from '../feature-spec.ts';

export const comments: FeatureSpec = { api: commentsApi, data: 'read-write' };
