import { mailPlanned } from '../../events/reports.ts';
import { on } from '../_kit/on.ts';
import { sendReportMail } from './mailing.service.ts';

/** Mails about reports, sent after the commit that planned them. */
export const handler = on(mailPlanned, sendReportMail);
