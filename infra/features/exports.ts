import { exportRequested } from '../../events/exports.ts';
import { exportsApi } from '../../shared/exports/exports.api.ts';
import type { FeatureSpec } from '../feature-spec.ts';

export const exports: FeatureSpec = {
  api: exportsApi,
  apiFunction: { files: 'read' },
  data: 'read-write',
  on: { 'export-requested': { fact: exportRequested, starts: ['export'] } },
  schedules: { 'tend-exports': { every: 'rate(15 minutes)', files: 'read-write' } },
  steps: {
    write: { files: 'read-write' },
    // The whole file stands in memory once while its parts are joined.
    finish: { files: 'read-write', memory: 1_024 },
    fail: {},
  },
  workflows: ['export'],
};
