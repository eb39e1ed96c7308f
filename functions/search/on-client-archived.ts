import { CLIENT_STANDING } from '../../events/search.ts';
import { onAny } from '../_kit/on.ts';
import { followStanding } from './following.service.ts';

export const handler = onAny(CLIENT_STANDING, followStanding);
