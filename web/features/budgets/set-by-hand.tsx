import { PencilLine } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';

/** The way to put an amount by hand into a year of a category, and back to what is calculated. */
export function SetByHand({
  currency,
  name,
  minor,
  onSet,
}: {
  currency: string;
  /** What the fiscal year is called. */
  name: string;
  minor: number | undefined;
  onSet: (minor: number | undefined) => Promise<unknown>;
}) {
  const [editing, setEditing] = useState(false);
  const [typed, setTyped] = useState<number | null>(minor ?? null);
  const [busy, setBusy] = useState(false);
  const wrong = typed === null || !Number.isInteger(typed) || typed < 0;
  const set = async (next: number | undefined) => {
    setBusy(true);
    await onSet(next);
    setBusy(false);
    setEditing(false);
  };
  if (!editing) {
    return (
      <div className="flex flex-wrap gap-2 pt-1">
        <Button size="sm" icon={<PencilLine aria-hidden />} onClick={() => setEditing(true)}>
          {minor === undefined ? `Set ${name} by hand` : `Change ${name}`}
        </Button>
        {minor === undefined ? null : (
          <Button size="sm" busy={busy} onClick={() => void set(undefined)}>
            Use the calculated amount
          </Button>
        )}
      </div>
    );
  }
  return (
    <form
      className="flex flex-wrap items-center gap-2 pt-1"
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong) void set(typed);
      }}
    >
      <MoneyInput
        autoFocus
        aria-label={`Amount of ${name}`}
        aria-invalid={wrong || undefined}
        currency={currency}
        className="w-32"
        value={typed}
        onChange={setTyped}
      />
      <Button type="submit" size="sm" variant="primary" busy={busy}>
        Set {name}
      </Button>
      <Button size="sm" onClick={() => setEditing(false)}>
        Cancel
      </Button>
      {wrong && typed !== null ? <span className="text-bad text-meta">Enter an amount of at least 0.</span> : null}
    </form>
  );
}
