import { OUTWARD_FACTS } from '../../events/outward.ts';
import { onAny } from '../_kit/on.ts';
import { tell } from './deliveries.service.ts';

export const handler = onAny(OUTWARD_FACTS, tell);
