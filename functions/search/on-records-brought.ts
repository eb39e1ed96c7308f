import { MANY_FACTS } from '../../events/search.ts';
import { onAny } from '../_kit/on.ts';
import { followMany } from './following.service.ts';

export const handler = onAny(MANY_FACTS, followMany);
