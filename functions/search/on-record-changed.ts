import { ONE_RECORD } from '../../events/search.ts';
import { onceFor } from '../_kit/on.ts';
import { followOne, lookAtOne } from './following.service.ts';

export const handler = onceFor(ONE_RECORD, lookAtOne, followOne);
