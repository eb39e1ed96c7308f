import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { Comment } from '../../../shared/comments/comment.ts';
import { RelativeTime } from '../../ui/amount.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { useSending } from '../../ui/use-sending.tsx';
import { MentionField } from './mention-field.tsx';
import { type Namable, piecesOf } from './mentions.ts';

/** A comment, which its author can change in place and may delete. */
export function CommentItem({
  comment,
  people,
  own,
  removable,
  onEdit,
  onRemove,
}: {
  comment: Comment;
  /** All staff, those who left included. */
  people: readonly (Namable & { namable: boolean })[];
  own: boolean;
  removable: boolean;
  onEdit: (text: string) => Promise<void>;
  onRemove: () => void;
}) {
  const [draft, setDraft] = useState<string>();
  const author = people.find(({ userId }) => userId === comment.createdBy)?.name ?? 'Somebody who left';
  const named = people.filter(({ userId }) => comment.mentions.includes(userId));
  const items = [
    ...(own ? [{ id: 'edit', label: 'Edit', onSelect: () => setDraft(comment.text) }] : []),
    ...(removable ? [{ id: 'delete', label: 'Delete', danger: true, onSelect: onRemove }] : []),
  ];
  return (
    <li className="flex gap-2.5 py-2.5 first:pt-0 last:pb-0">
      <Avatar name={author} side="staff" size="sm" />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <div className="flex min-h-6 items-center gap-2">
          <span className="min-w-0 truncate font-medium text-body">{author}</span>
          <span className="shrink-0 text-ink-3 text-meta">
            <RelativeTime iso={comment.createdAt} />
            {comment.editedAt ? ', edited' : null}
          </span>
          {items.length > 0 && draft === undefined ? (
            <MenuButton
              label={`More actions: comment by ${author}`}
              groups={[{ id: 'comment', items }]}
              className="-my-1 ml-auto max-sm:flex-none!"
            >
              <Ellipsis aria-hidden />
            </MenuButton>
          ) : null}
        </div>
        {draft === undefined ? (
          <p className="whitespace-pre-line break-words text-body">
            {piecesOf(comment.text, named).map((piece, at) =>
              piece.userId ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no other name and never move
                <span key={at} className="font-medium text-accent">
                  {piece.text}
                </span>
              ) : (
                piece.text
              ),
            )}
          </p>
        ) : (
          <Editing
            text={draft}
            people={people}
            onChange={setDraft}
            onSave={onEdit}
            onClose={() => setDraft(undefined)}
          />
        )}
      </div>
    </li>
  );
}

function Editing({
  text,
  people,
  onChange,
  onSave,
  onClose,
}: {
  text: string;
  people: readonly (Namable & { namable: boolean })[];
  onChange: (text: string) => void;
  onSave: (text: string) => Promise<void>;
  onClose: () => void;
}) {
  const { busy, refusal, send } = useSending(async () => {
    await onSave(text);
    onClose();
  });
  return (
    <div className="flex flex-col gap-2">
      <MentionField
        label="Change the comment"
        autoFocus
        value={text}
        people={people.filter(({ namable }) => namable)}
        onChange={onChange}
        onSend={send}
      />
      {refusal}
      <div className="flex justify-end gap-2">
        <Button size="sm" onClick={onClose}>
          Cancel
        </Button>
        <Button size="sm" variant="primary" busy={busy} disabled={text.trim() === ''} onClick={send}>
          Save
        </Button>
      </div>
    </div>
  );
}
