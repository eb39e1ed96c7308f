import { z } from 'zod';
import { CommentedType } from '../shared/comments/comment.ts';
import { CommentId, CompanyId, Id, UserId } from '../shared/kernel/id.ts';
import { fact } from './define.ts';

/** Staff are named in a comment for the first time. */
export const commentMentioned = fact(
  'comments.comment.mentioned',
  1,
  z.object({
    companyId: CompanyId,
    commentId: CommentId,
    record: z.object({ type: CommentedType, id: Id }),
    userIds: z.array(UserId),
  }),
);
