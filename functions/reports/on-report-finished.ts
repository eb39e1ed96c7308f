import { reportFinished } from '../../events/reports.ts';
import { on } from '../_kit/on.ts';
import { sendReportMail } from './mailing.service.ts';

export const handler = on(reportFinished, sendReportMail);
