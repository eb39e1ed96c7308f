import { deliveryPlanned } from '../../events/webhooks.ts';
import { on } from '../_kit/on.ts';
import { send } from './sending.service.ts';

export const handler = on(deliveryPlanned, send);
