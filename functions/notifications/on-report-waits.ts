import { reportWaits } from '../../events/reports.ts';
import { on } from '../_kit/on.ts';
import * as Tidings from './tidings.service.ts';

export const handler = on(reportWaits, Tidings.reportWaits);
