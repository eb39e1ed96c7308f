import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { MOST_TEXT } from '../../../shared/comments/limits.ts';
import { cx } from '../../ui/cx.ts';
import { popupItemStyle } from '../../ui/popup-style.ts';
import { Textarea } from '../../ui/textarea.tsx';
import { matching, type Namable, withName, writingAt } from './mentions.ts';

const MOST_OFFERED = 6;

/** Text in which `@` offers names. Arrow keys choose, Enter or Tab takes, Escape closes; Ctrl or Cmd with Enter sends. */
export function MentionField({
  label,
  value,
  people,
  autoFocus,
  onChange,
  onSend,
}: {
  label: string;
  value: string;
  people: readonly Namable[];
  autoFocus?: boolean;
  onChange: (text: string) => void;
  onSend: () => void;
}) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  /** Where the caret belongs once a chosen name stands in the text. */
  const placed = useRef<number>(undefined);
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  /** Where an `@` stands whose list was closed with Escape. */
  const [closed, setClosed] = useState<number>();
  const writing = writingAt(value, caret);
  const offered = writing && writing.from !== closed ? matching(people, writing.query).slice(0, MOST_OFFERED) : [];
  const at = Math.min(chosen, offered.length - 1);
  const optionId = (index: number) => `${id}-${index}`;

  // Before the next key: what is typed right after a name belongs behind it.
  useLayoutEffect(() => {
    if (placed.current === undefined) return;
    field.current?.focus();
    field.current?.setSelectionRange(placed.current, placed.current);
    placed.current = undefined;
  });

  const follow = () => setCaret(field.current?.selectionStart ?? 0);
  const take = (person: Namable | undefined) => {
    if (!writing || !person) return;
    const next = withName(value, writing, person.name);
    onChange(next.text);
    setCaret(next.caret);
    setChosen(0);
    placed.current = next.caret;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return onSend();
    }
    if (offered.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setChosen((at + step + offered.length) % offered.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(offered[at]);
    else if (event.key === 'Escape') setClosed(writing?.from);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="relative flex flex-col">
      <Textarea
        ref={field}
        rows={2}
        maxLength={MOST_TEXT}
        value={value}
        autoFocus={autoFocus}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? id : undefined}
        aria-activedescendant={offered.length > 0 ? optionId(at) : undefined}
        placeholder="Write to your team, @ names somebody"
        onChange={(event) => {
          onChange(event.target.value);
          setCaret(event.target.selectionStart);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
        onKeyUp={follow}
        onClick={follow}
      />
      {offered.length > 0 ? (
        <div
          id={id}
          role="listbox"
          aria-label="People"
          className="absolute top-full right-0 left-0 z-10 mt-1 rounded-card border border-line bg-surface p-1 shadow-pop"
        >
          {offered.map((person, index) => (
            <div
              key={person.userId}
              id={optionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={cx(popupItemStyle, index === at && 'bg-hover')}
              // The field keeps the focus.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(person)}
              onKeyDown={onKeyDown}
            >
              {person.name}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}
