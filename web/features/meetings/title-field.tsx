import { useRef, useState } from 'react';
import { TextInput } from '../../ui/text-input.tsx';

/** The title of an item, written where it stands. Enter and leaving keep it, Esc drops what was typed. */
export function TitleField({
  value,
  onDone,
}: {
  value: string;
  /** The new title; undefined when nothing is to change. */
  onDone: (next: string | undefined) => void;
}) {
  const [text, setText] = useState(value);
  const isDone = useRef(false);
  const done = (next: string) => {
    // Leaving follows on Enter, when the field goes.
    if (isDone.current) return;
    isDone.current = true;
    onDone(next === '' || next === value ? undefined : next);
  };
  return (
    <TextInput
      autoFocus
      aria-label="Title"
      autoComplete="off"
      maxLength={160}
      value={text}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => done(text.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') done(text.trim());
        if (event.key === 'Escape') {
          event.stopPropagation();
          done(value);
        }
      }}
      className="w-full"
    />
  );
}
