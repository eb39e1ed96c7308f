import { ONE_CLIENT } from '../../events/search.ts';
import { onAny } from '../_kit/on.ts';
import { followClient } from './following.service.ts';

export const handler = onAny(ONE_CLIENT, followClient);
