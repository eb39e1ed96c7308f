import { attachmentsApi } from '../../shared/attachments/attachments.api.ts';
import type { FeatureSpec } from '../feature-spec.ts';

export const attachments: FeatureSpec = {
  api: attachmentsApi,
  apiFunction: { files: 'read-write' },
  data: 'read-write',
  schedules: { 'clear-files': { every: 'rate(1 hour)', files: 'read-write' } },
};
