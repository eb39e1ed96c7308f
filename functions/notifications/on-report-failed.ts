import { reportFailed } from '../../events/reports.ts';
import { on } from '../_kit/on.ts';
import { reportEnded } from './tidings.service.ts';

export const handler = on(reportFailed, (scope, one, occurrence) =>
  reportEnded(scope, one, occurrence, 'report-failed'),
);
