import { webhookDisabled } from '../../events/webhooks.ts';
import { on } from '../_kit/on.ts';
import * as Tidings from './tidings.service.ts';

export const handler = on(webhookDisabled, Tidings.webhookDisabled);
