import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Comment } from '../../../shared/comments/comment.ts';
import type { Carrier } from '../../../shared/kernel/on-carrier.ts';
import { client } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useSending } from '../../ui/use-sending.tsx';
import { CommentItem } from './comment-item.tsx';
import { MentionField } from './mention-field.tsx';
import { type Namable, namedIn } from './mentions.ts';
import { commentsQuery, refreshComments } from './queries.ts';
import { useUnsent } from './use-unsent.ts';

interface Props {
  record: Carrier;
  /** All staff; `namable` are those who work here and see the record's client. */
  people: readonly (Namable & { namable: boolean })[];
  reader: { userId: string; writes: boolean; moderates: boolean };
}

/** What staff say to each other about a record, newest first, with a field for the next word. Clients never see it. */
export function Comments({ record, people, reader }: Props) {
  const queryClient = useQueryClient();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    commentsQuery(record),
  );
  const [removing, setRemoving] = useState<Comment>();
  const comments = data?.pages.flatMap(({ items }) => items);
  const namable = people.filter((person) => person.namable);
  const edit = async ({ commentId, v, mentions }: Comment, text: string) => {
    // Somebody who was named and has left since stays named.
    const gone = people.filter((person) => !person.namable && mentions.includes(person.userId));
    await client.comments.edit({ ...record, commentId, v, text, mentions: namedIn(text, [...namable, ...gone]) });
    await refreshComments(queryClient);
  };
  return (
    <div className="flex flex-col gap-3">
      {reader.writes ? <NewComment record={record} namable={namable} userId={reader.userId} /> : null}
      {error ? <ErrorState error={error} onRetry={() => void refetch()} className="py-4" /> : null}
      {comments || error ? null : (
        <Loading label="Loading the comments" className="flex flex-col gap-3">
          <Skeleton className="w-3/5" />
          <Skeleton className="w-4/5" />
        </Loading>
      )}
      {comments?.length === 0 && !reader.writes ? <p className="text-ink-3">Nobody has said anything yet.</p> : null}
      {comments && comments.length > 0 ? (
        <ul className="divide-y divide-line">
          {comments.map((comment) => {
            const own = comment.createdBy === reader.userId;
            return (
              <CommentItem
                key={comment.commentId}
                comment={comment}
                people={people}
                own={own && reader.writes}
                removable={reader.writes && (own || reader.moderates)}
                onEdit={(text) => edit(comment, text)}
                onRemove={() => setRemoving(comment)}
              />
            );
          })}
        </ul>
      ) : null}
      {hasNextPage ? (
        <Button variant="quiet" size="sm" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show older
        </Button>
      ) : null}
      {removing ? (
        <ConfirmDialog
          open
          onOpenChange={() => setRemoving(undefined)}
          title="Delete this comment"
          effect="It is gone for everybody. Who was named in it keeps the notification."
          verb="Delete comment"
          onConfirm={async () => {
            await client.comments.remove({ ...record, commentId: removing.commentId, v: removing.v });
            await refreshComments(queryClient);
          }}
        />
      ) : null}
    </div>
  );
}

function NewComment({ record, namable, userId }: { record: Carrier; namable: readonly Namable[]; userId: string }) {
  const queryClient = useQueryClient();
  const [text, setText] = useUnsent(userId, record);
  const { busy, refusal, send } = useSending(async () => {
    if (text.trim() === '') return;
    await client.comments.add({ ...record, text, mentions: namedIn(text, namable) });
    setText('');
    await refreshComments(queryClient);
  });
  return (
    <div className="flex flex-col gap-2">
      <MentionField label="New comment" value={text} people={namable} onChange={setText} onSend={send} />
      {refusal}
      {text.trim() ? (
        <Button size="sm" variant="primary" busy={busy} onClick={send} className="self-end">
          Comment
        </Button>
      ) : null}
    </div>
  );
}
