import { op } from '../kernel/op.ts';
import { Gone } from '../kernel/record.ts';
import { Comment, CommentChange, CommentPage, CommentsInput, NewComment, VersionedComment } from './comment.ts';

const RECORD = '/companies/{companyId}/comments/{recordType}/{recordId}';

/** What staff say to each other about a record. Each operation also asks for the right to read the record. */
export const commentsApi = {
  /** Newest first. */
  list: op('comments:read', 'GET', RECORD).input(CommentsInput).output(CommentPage),
  /** Whoever is named gets a notification. */
  add: op('comments:write', 'POST', RECORD).input(NewComment).output(Comment),
  /** By its author alone; whoever is named for the first time gets a notification. */
  edit: op('comments:write', 'PATCH', `${RECORD}/{commentId}`).input(CommentChange).output(Comment),
  /** By its author, or by whoever may change the MSP. */
  remove: op('comments:write', 'DELETE', `${RECORD}/{commentId}`).input(VersionedComment).output(Gone),
};
