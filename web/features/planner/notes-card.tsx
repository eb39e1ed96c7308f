import { Pencil } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { PlannerItemDetail } from '../../../shared/planner/planner-item.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Card } from '../../ui/card.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { NoteBlock } from '../../ui/note-block.tsx';
import { errorWords } from '../../ui/states.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';
import { MarkedNote } from './marked-note.tsx';
import { newSentences } from './new-sentences.ts';
import { useItemSave } from './use-item.ts';

const LONGEST = 6_000;

/** What the client reads, beside what only staff do; both are written in place. */
export function NotesCard(props: { item: PlannerItemDetail; people: ReadonlyMap<string, string>; writable: boolean }) {
  const { item } = props;
  const marked = newSentences(item.publicNote, item.published?.publicNote)
    .flat()
    .some(({ isNew }) => isNew);
  return (
    <Card aria-label="Notes" className="flex flex-col md:flex-row">
      <Note
        {...props}
        audience="public"
        field="publicNote"
        empty="Nothing yet. Say in plain words what this is and why."
      >
        <MarkedNote note={item.publicNote} published={item.published?.publicNote} />
        {marked ? (
          <p className="text-ink-3 text-meta">{`Marked text is new since version ${item.publishedVersion}`}</p>
        ) : null}
      </Note>
      <Note
        {...props}
        audience="private"
        field="privateNote"
        empty="Nothing yet. Margins, worries and names belong here."
      >
        <p className="whitespace-pre-line">{item.privateNote}</p>
      </Note>
    </Card>
  );
}

function Note({
  item,
  people,
  writable,
  audience,
  field,
  empty,
  children,
}: {
  item: PlannerItemDetail;
  people: ReadonlyMap<string, string>;
  writable: boolean;
  audience: 'public' | 'private';
  field: 'publicNote' | 'privateNote';
  empty: string;
  children: ReactNode;
}) {
  const { save, changedBy } = useItemSave(item);
  const [text, setText] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const name = audience === 'public' ? 'public note' : 'private note';
  const close = () => {
    setText(undefined);
    setRefusal(undefined);
  };
  const send = async () => {
    if (text === item[field]) return close();
    setBusy(true);
    setRefusal(undefined);
    try {
      if (await save({ [field]: text })) close();
    } catch (error) {
      const { title, detail } = errorWords(error);
      setRefusal(detail ?? title);
    } finally {
      setBusy(false);
    }
  };
  const editing = text !== undefined;
  return (
    <NoteBlock
      audience={audience}
      action={
        writable && !editing ? (
          <IconButton
            small
            label={`Edit the ${name}`}
            icon={<Pencil />}
            className="-my-1.5 -mr-1.5"
            onClick={() => setText(item[field])}
          />
        ) : undefined
      }
    >
      {editing ? (
        <>
          <Textarea
            aria-label={audience === 'public' ? 'Public note' : 'Private note'}
            autoFocus
            rows={6}
            maxLength={LONGEST}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void send();
            }}
          />
          <ChangedMeanwhile by={changedBy} people={people} onDiscard={close} />
          {refusal ? (
            <div role="alert">
              <Callout tone="bad" title={refusal} />
            </div>
          ) : null}
          <div className="flex justify-end gap-2">
            <Button onClick={close}>Cancel</Button>
            <Button variant="primary" busy={busy} onClick={() => void send()}>
              Save
            </Button>
          </div>
        </>
      ) : item[field] ? (
        children
      ) : (
        <p className="text-ink-3">{empty}</p>
      )}
    </NoteBlock>
  );
}
