import { Check, Clock, MessageSquareText, Pencil, SkipForward, Undo2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AgendaItem } from '../../../../shared/meetings/agenda.ts';
import { Button } from '../../../ui/button.tsx';
import { NativeSelect } from '../../../ui/native-select.tsx';
import { RESULTS } from '../statuses.ts';
import { type Choice, choicesOf, isDecision, NOBODY, peopleThere, savedTo } from './deciding.ts';
import { effectsText, SAY } from './text.ts';
import type { Live } from './use-live.ts';

const ICONS: Record<Choice, ReactNode> = {
  approved: <Check aria-hidden />,
  deferred: <Clock aria-hidden />,
  declined: <X aria-hidden />,
  discussed: <MessageSquareText aria-hidden />,
  skipped: <SkipForward aria-hidden />,
};
const KEYS: Record<Choice, string> = { approved: 'A', deferred: 'D', declined: 'X', discussed: 'T', skipped: 'S' };

/** What can be said of the item on the screen, who decides, and where it is saved; afterwards, what it changed. */
export function DecisionBar({
  live,
  item,
  titleOf,
  onSay,
  onNote,
}: {
  live: Live;
  item: AgendaItem;
  titleOf: (budgetId: string) => string | undefined;
  onSay: (choice: Choice) => void;
  onNote: () => void;
}) {
  const choices = choicesOf(item);
  const { said } = item;
  const held = live.queue.waiting.find(
    (entry) => entry.kind === 'say' && entry.input.agendaItemId === item.agendaItemId && entry.heldUntil !== undefined,
  );
  const primary = said === undefined ? choices[0] : undefined;
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3 max-sm:flex-col max-sm:items-stretch">
      <div className="flex min-w-56 flex-1 basis-0 flex-col gap-0.5">
        {isDecision(item) ? <Decider live={live} /> : null}
        <p role="status" className="min-h-5 text-13 text-ink-3">
          {said ? (
            <>
              {RESULTS[said.result].word}
              {said.by ? ` by ${said.by.name}` : ''}
              {'. '}
              {held ? (
                <Button
                  variant="link"
                  size="inline"
                  icon={<Undo2 aria-hidden />}
                  onClick={() => live.undo(held.key)}
                  className="min-h-6"
                >
                  Undo
                </Button>
              ) : live.meeting.unsaved.has(item.agendaItemId) ? (
                'Not saved yet.'
              ) : (
                effectsText(said.effects, titleOf) || 'Kept in the minutes.'
              )}
            </>
          ) : (
            savedTo(item)
          )}
        </p>
      </div>
      <div className="flex flex-wrap gap-3 max-sm:grid max-sm:grid-cols-2 max-sm:gap-2">
        {choices.map((choice) => (
          <Button
            key={choice}
            variant={choice === primary || said?.result === choice ? 'primary' : 'secondary'}
            aria-pressed={said?.result === choice}
            aria-keyshortcuts={KEYS[choice]}
            icon={ICONS[choice]}
            onClick={() => onSay(choice)}
          >
            {SAY[choice]}
          </Button>
        ))}
        <Button aria-keyshortcuts="N" icon={<Pencil aria-hidden />} onClick={onNote}>
          Note
        </Button>
      </div>
    </div>
  );
}

function Decider({ live: { meeting, decider, setDecider } }: { live: Live }) {
  const people = peopleThere(meeting.participants);
  return (
    <NativeSelect
      aria-label="Who decides"
      value={decider?.id ?? NOBODY}
      onChange={(event) => setDecider(event.target.value)}
      options={[
        ...people.map(({ id, name }) => ({ value: id, label: `${name} decides` })),
        { value: NOBODY, label: 'Nobody is named' },
      ]}
      className="-ml-2.5 max-w-72 font-semibold max-sm:ml-0 max-sm:max-w-full [&_select]:border-transparent [&_select]:text-15"
    />
  );
}
