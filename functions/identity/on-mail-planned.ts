import { mailPlanned } from '../../events/identity.ts';
import { on } from '../_kit/on.ts';
import { send } from './mail-sending.service.ts';

/** Mails with a one-time link, sent after the commit that planned them. */
export const handler = on(mailPlanned, send);
