import { z } from 'zod';
import { CommentId, UserId } from '../kernel/id.ts';
import { OnCarrier } from '../kernel/on-carrier.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { RecordFields, Version } from '../kernel/record.ts';
import { MOST_TEXT } from './limits.ts';

export const MOST_MENTIONS = 20;

const Said = {
  text: z
    .string()
    .trim()
    .min(1, 'Write something first.')
    .max(MOST_TEXT, {
      error: () => `At most ${MOST_TEXT.toLocaleString('en')} characters. Split it into two comments.`,
    }),
  /** Staff who are named in the text and told of it. */
  mentions: z
    .array(UserId)
    .max(MOST_MENTIONS, `At most ${MOST_MENTIONS} people can be named in one comment.`)
    .transform((ids) => [...new Set(ids)]),
};

/** What one member of the staff said about a record to the others; clients never see it. */
export const Comment = z.object({
  ...RecordFields,
  ...OnCarrier,
  commentId: CommentId,
  text: z.string(),
  mentions: z.array(UserId),
  /** When the text was changed afterwards. */
  editedAt: z.string().optional(),
});
export type Comment = z.infer<typeof Comment>;
export const CommentPage = pageOf(Comment);

export const CommentsInput = z.strictObject({ ...OnCarrier, ...PageInput });
export type CommentsInput = z.infer<typeof CommentsInput>;

export const NewComment = z.strictObject({ ...OnCarrier, text: Said.text, mentions: Said.mentions.default([]) });
export type NewComment = z.infer<typeof NewComment>;

export const OneComment = { ...OnCarrier, commentId: CommentId, v: Version };
export const CommentChange = z.strictObject({ ...OneComment, text: Said.text, mentions: Said.mentions.default([]) });
export type CommentChange = z.infer<typeof CommentChange>;

export const VersionedComment = z.strictObject(OneComment);
export type VersionedComment = z.infer<typeof VersionedComment>;
