import { commentMentioned } from '../../events/comments.ts';
import { on } from '../_kit/on.ts';
import * as Tidings from './tidings.service.ts';

export const handler = on(commentMentioned, Tidings.commentMentioned);
