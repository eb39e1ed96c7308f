import { digestPlanned } from '../../events/notifications.ts';
import { on } from '../_kit/on.ts';
import { sendDigest } from './digest-mailing.service.ts';

/** Digests, sent after the commit that planned them. */
export const handler = on(digestPlanned, sendDigest);
