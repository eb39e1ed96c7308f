import { MANY_FACTS } from '../../events/search.ts';
import { onceFor } from '../_kit/on.ts';
import { followMany, lookOf } from './following.service.ts';

export const handler = onceFor(MANY_FACTS, lookOf, followMany);
