import { useEffect, useRef, useState } from 'react';
import { Field } from '../../ui/field.tsx';
import { refusalWords } from '../../ui/states.tsx';
import { tell } from '../../ui/tell.ts';
import { TextInput } from '../../ui/text-input.tsx';
import { Textarea } from '../../ui/textarea.tsx';

type Save = (text: string) => Promise<void>;

/**
 * A text that is saved when it is left, also when its panel closes meanwhile. What the server refuses stays typed, with the
 * reason below.
 */
function useDraft(stored: string, save: Save) {
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const latest = useRef({ typed, stored, save });
  latest.current = { typed, stored, save };
  const sending = useRef<string>(undefined);
  const isGone = useRef(false);
  const leave = async () => {
    const { typed: text, stored: before, save: send } = latest.current;
    if (text === undefined || text === sending.current) return;
    if (text.trim() === before) {
      setTyped(undefined);
      setProblem(undefined);
      return;
    }
    sending.current = text;
    try {
      await send(text.trim());
      setProblem(undefined);
      setTyped((now) => (now === text ? undefined : now));
    } catch (error) {
      if (isGone.current) tell(error);
      else setProblem(refusalWords(error));
    } finally {
      sending.current = undefined;
    }
  };
  const leaving = useRef(leave);
  leaving.current = leave;
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      void leaving.current();
    };
  }, []);
  return { text: typed ?? stored, problem, type: setTyped, leave: () => void leave() };
}

/** A labelled text of a record that saves itself. */
export function DraftField({
  label,
  help,
  value,
  longest,
  rows,
  onSave,
}: {
  label: string;
  help?: string;
  value: string;
  longest: number;
  /** Lines of a longer text; without it, one line. */
  rows?: number;
  onSave: Save;
}) {
  const { text, problem, type, leave } = useDraft(value, onSave);
  const input = {
    value: text,
    maxLength: longest,
    onBlur: leave,
    onChange: (event: { target: { value: string } }) => type(event.target.value),
  };
  return (
    <Field label={label} help={help} error={problem}>
      {rows ? (
        <Textarea {...input} rows={rows} />
      ) : (
        <TextInput {...input} autoComplete="off" onKeyDown={(event) => event.key === 'Enter' && leave()} />
      )}
    </Field>
  );
}
