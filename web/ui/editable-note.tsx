import { Pencil } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';
import { IconButton } from './icon-button.tsx';
import { NoteBlock } from './note-block.tsx';
import { Textarea } from './textarea.tsx';
import { useSending } from './use-sending.tsx';

/** A note of a record that is written where it stands: Save, or Control with Enter, keeps it. */
export function EditableNote({
  name,
  text,
  longest,
  empty,
  writable,
  onSave,
  changed,
  children,
  ...block
}: {
  audience: 'public' | 'private';
  title?: string;
  fact?: string;
  alone?: boolean;
  /** What it is called in a sentence: "private note". */
  name: string;
  text: string;
  longest: number;
  /** Said while nothing is written. */
  empty: string;
  writable: boolean;
  /** Saves; false when somebody else was first, as `changed` then says. */
  onSave: (text: string) => Promise<boolean>;
  changed: { what: string; by: string | undefined; people: ReadonlyMap<string, string> };
  /** Shows the text in another way than as it was typed. */
  children?: ReactNode;
}) {
  const [typed, setTyped] = useState<string>();
  const { busy, refusal, send, clear } = useSending(async () => {
    if (typed === undefined || typed === text || (await onSave(typed))) close();
  });
  const close = () => {
    setTyped(undefined);
    clear();
  };
  const editing = typed !== undefined;
  return (
    <NoteBlock
      {...block}
      action={
        writable && !editing ? (
          <IconButton
            small
            label={`Edit the ${name}`}
            icon={<Pencil />}
            className="-my-1.5 -mr-1.5"
            onClick={() => setTyped(text)}
          />
        ) : undefined
      }
    >
      {editing ? (
        <>
          <Textarea
            aria-label={name.charAt(0).toUpperCase() + name.slice(1)}
            autoFocus
            rows={6}
            maxLength={longest}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) send();
            }}
          />
          <ChangedMeanwhile {...changed} onDiscard={close} />
          {refusal}
          <div className="flex justify-end gap-2">
            <Button onClick={close}>Cancel</Button>
            <Button variant="primary" busy={busy} onClick={send}>
              Save
            </Button>
          </div>
        </>
      ) : text ? (
        (children ?? <p className="whitespace-pre-line break-words">{text}</p>)
      ) : (
        <p className="text-ink-3">{empty}</p>
      )}
    </NoteBlock>
  );
}
