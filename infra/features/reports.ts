import { mailPlanned, reportRequested } from '../../events/reports.ts';
import { reportsApi } from '../../shared/reports/reports.api.ts';
import type { FeatureSpec } from '../feature-spec.ts';

export const reports: FeatureSpec = {
  api: reportsApi,
  apiFunction: { files: 'read' },
  data: 'read-write',
  on: {
    'report-requested': { fact: reportRequested, starts: ['report'] },
    'mail-planned': { fact: mailPlanned, mail: true },
  },
  schedules: { 'stuck-reports': { every: 'rate(5 minutes)' }, 'due-reports': { every: 'rate(15 minutes)' } },
  steps: {
    gather: { files: 'read-write' },
    // Drawing is arithmetic: a whole virtual CPU (from 1,769 MB on) halves the wait.
    render: { files: 'read-write', memory: 1_769 },
    finish: { files: 'read' },
    fail: {},
  },
  workflows: ['report'],
};
