import type { ReactNode } from 'react';
import type { PlannerItemDetail } from '../../../shared/planner/planner-item.ts';
import { Card } from '../../ui/card.tsx';
import { EditableNote } from '../../ui/editable-note.tsx';
import { MarkedNote } from './marked-note.tsx';
import { newSentences } from './new-sentences.ts';
import { useItemSave } from './use-item.ts';

const LONGEST = 6_000;

interface NotesProps {
  item: PlannerItemDetail;
  people: ReadonlyMap<string, string>;
  writable: boolean;
}

/** What the client reads, beside what only staff do; both are written in place. */
export function NotesCard(props: NotesProps) {
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
      />
    </Card>
  );
}

function Note({
  item,
  people,
  field,
  ...note
}: NotesProps & {
  audience: 'public' | 'private';
  field: 'publicNote' | 'privateNote';
  empty: string;
  children?: ReactNode;
}) {
  const { save, changedBy } = useItemSave(item);
  return (
    <EditableNote
      {...note}
      name={note.audience === 'public' ? 'public note' : 'private note'}
      text={item[field]}
      longest={LONGEST}
      onSave={(text) => save({ [field]: text })}
      changed={{ what: 'item', by: changedBy, people }}
    />
  );
}
