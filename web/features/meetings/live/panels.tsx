import { type FormEvent, type ReactNode, useState } from 'react';
import type { NewAction } from '../../../../shared/meetings/action.ts';
import type { Participant, ParticipantRef } from '../../../../shared/meetings/meeting.ts';
import type { Quarter } from '../../../../shared/planner/roadmap-quarters.ts';
import { Button } from '../../../ui/button.tsx';
import { DateInput } from '../../../ui/date-input.tsx';
import { Field } from '../../../ui/field.tsx';
import { NativeSelect } from '../../../ui/native-select.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { Panel } from './panel.tsx';

/** To which quarter work is put off; it starts on the quarter's first day. */
export function DeferPanel({
  quarters,
  onChoose,
  onClose,
}: {
  quarters: readonly Quarter[];
  onChoose: (deferTo: string | undefined) => void;
  onClose: () => void;
}) {
  return (
    <Panel title="Defer to which quarter?" onClose={onClose}>
      <div className="flex flex-wrap gap-3 max-sm:grid max-sm:grid-cols-2 max-sm:gap-2">
        {quarters.map((quarter, at) => (
          <Button
            key={quarter.start}
            {...(at === 0 ? { 'data-first': true } : {})}
            onClick={() => onChoose(quarter.start)}
          >
            {quarter.name}
          </Button>
        ))}
        <Button variant="quiet" onClick={() => onChoose(undefined)}>
          Keep its date
        </Button>
      </div>
    </Panel>
  );
}

/** What the minutes say beside the result. The client reads it. */
export function NotePanel({
  text,
  isInternal,
  onKeep,
  onClose,
}: {
  text: string;
  /** What is said of an internal item stays with staff. */
  isInternal: boolean;
  onKeep: (text: string) => void;
  onClose: () => void;
}) {
  const [words, setWords] = useState(text);
  const keep = () => onKeep(words.trim());
  return (
    <Panel title={isInternal ? 'Note for your team' : 'Note for the minutes'} onClose={onClose}>
      <Field label="Note" help={isInternal ? 'It does not enter the minutes.' : 'The client reads it in the minutes.'}>
        <Textarea
          value={words}
          maxLength={1_000}
          rows={3}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep();
          }}
        />
      </Field>
      <Foot>
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="primary" onClick={keep}>
          Keep note
        </Button>
      </Foot>
    </Panel>
  );
}

export type Promised = Pick<NewAction, 'text' | 'owner' | 'dueDate'>;

/** Somebody promises something: what, who, by when. */
export function ActionPanel({
  people,
  onAdd,
  onClose,
}: {
  people: readonly Participant[];
  onAdd: (action: Promised) => void;
  onClose: () => void;
}) {
  const [text, setText] = useState('');
  const [ownerId, setOwnerId] = useState('');
  const [dueDate, setDueDate] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const words = text.trim();
    setMissing(!words);
    if (!words) return;
    const owner = people.find(({ id }) => id === ownerId);
    onAdd({ text: words, ...(owner ? { owner: refOf(owner) } : {}), ...(dueDate ? { dueDate } : {}) });
  };
  return (
    <Panel title="Add an action" onClose={onClose}>
      <form noValidate onSubmit={add} className="flex flex-col gap-3">
        <div className="grid gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)]">
          <Field label="What is to be done" error={isMissing ? 'Enter what is to be done.' : undefined}>
            <TextInput value={text} maxLength={240} onChange={(event) => setText(event.target.value)} />
          </Field>
          <Field label="Who">
            <NativeSelect
              value={ownerId}
              onChange={(event) => setOwnerId(event.target.value)}
              options={[
                { value: '', label: 'Nobody yet' },
                ...people.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </Field>
          <Field label="By when" optional>
            <DateInput value={dueDate} onChange={setDueDate} />
          </Field>
        </div>
        <Foot>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary">
            Add action
          </Button>
        </Foot>
      </form>
    </Panel>
  );
}

const refOf = ({ kind, id }: Participant): ParticipantRef => ({ kind, id });

/** Something that nobody had on the agenda: it comes last and is shown at once. */
export function CameUpPanel({
  onAdd,
  onClose,
}: {
  /** Gives the server's sentence when it could not be added. */
  onAdd: (title: string) => Promise<string | undefined>;
  onClose: () => void;
}) {
  const [title, setTitle] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (!title.trim()) return setError('Enter what came up.');
    setBusy(true);
    setError(await onAdd(title.trim()));
    setBusy(false);
  };
  return (
    <Panel title="Add what came up" onClose={onClose}>
      <form noValidate onSubmit={(event) => void add(event)} className="flex flex-col gap-3">
        <Field label="Title" error={error} help="It comes last on the agenda; the client sees it.">
          <TextInput value={title} maxLength={160} onChange={(event) => setTitle(event.target.value)} />
        </Field>
        <Foot>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={busy}>
            Add to the agenda
          </Button>
        </Foot>
      </form>
    </Panel>
  );
}

export function Foot({ children }: { children: ReactNode }) {
  return <div className="flex justify-end gap-3 max-sm:*:flex-1">{children}</div>;
}
