import { commentsApi } from '../../shared/comments/comments.api.ts';
import { api } from '../_kit/api.ts';
import * as Comments from './comments.service.ts';

export const handler = api(commentsApi, {
  list: Comments.list,
  add: Comments.add,
  edit: Comments.edit,
  remove: Comments.remove,
});
