import { ONE_RECORD } from '../../events/search.ts';
import { onAny } from '../_kit/on.ts';
import { followOne } from './following.service.ts';

export const handler = onAny(ONE_RECORD, followOne);
