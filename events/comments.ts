import { z } from 'zod';
import { CommentId, CompanyId, UserId } from '../shared/kernel/id.ts';
import { OnCarrier } from '../shared/kernel/on-carrier.ts';
import { fact } from './define.ts';

/** Staff are named in a comment for the first time. */
export const commentMentioned = fact(
  'comments.comment.mentioned',
  1,
  z.object({
    companyId: CompanyId,
    commentId: CommentId,
    record: z.object({ type: OnCarrier.recordType, id: OnCarrier.recordId }),
    userIds: z.array(UserId),
  }),
);
