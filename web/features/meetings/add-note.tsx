import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/text-input.tsx';

/** The line under an agenda that takes what else is to be talked about; Enter adds it and waits for the next. */
export function AddNote({ onAdd }: { onAdd: (title: string) => Promise<unknown> }) {
  const [title, setTitle] = useState('');
  const [busy, setBusy] = useState(false);
  return (
    <form
      className="flex items-center gap-2 border-line border-t px-3.5 py-2"
      onSubmit={async (event) => {
        event.preventDefault();
        const wanted = title.trim();
        if (wanted === '' || busy) return;
        setBusy(true);
        // What was refused stays to be tried again.
        if (await onAdd(wanted)) setTitle('');
        setBusy(false);
      }}
    >
      <TextInput
        aria-label="Add a note"
        placeholder="Add a note: what else is to be talked about"
        autoComplete="off"
        maxLength={160}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        className="flex-1"
      />
      <Button type="submit" icon={<Plus aria-hidden />} busy={busy}>
        Add
      </Button>
    </form>
  );
}
