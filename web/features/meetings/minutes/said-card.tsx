import { Lock } from 'lucide-react';
import { useRef, useState } from 'react';
import type { AgendaItem, Result } from '../../../../shared/meetings/agenda.ts';
import type { Participant } from '../../../../shared/meetings/meeting.ts';
import { Button } from '../../../ui/button.tsx';
import { Card, CardHead } from '../../../ui/card.tsx';
import { NativeSelect } from '../../../ui/native-select.tsx';
import { StatusIcon } from '../../../ui/status-icon.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { choicesOf } from '../live/deciding.ts';
import { effectsText } from '../live/text.ts';
import { RESULTS } from '../statuses.ts';
import { FactsLine } from './facts-line.tsx';
import type { MinutesHand } from './use-minutes.ts';

/** What was said of each item: the result, who decided, the note. A correction is written back like a word in the meeting. */
export function SaidCard({
  items,
  participants,
  hand,
  titleOf,
}: {
  items: readonly AgendaItem[];
  participants: readonly Participant[];
  /** Absent for readers. */
  hand?: MinutesHand;
  titleOf: (budgetId: string) => string | undefined;
}) {
  const said = items.filter((item) => item.said).length;
  return (
    <Card>
      <CardHead title="Items" fact={`${said} of ${items.length} with a word`} ruled />
      <ul className="divide-y divide-line">
        {items.map((item) => (
          <li key={item.agendaItemId} className="flex flex-col gap-2.5 px-3.5 py-3">
            <SaidItem item={item} participants={participants} hand={hand} titleOf={titleOf} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

const isDecided = (result: Result) => result === 'approved' || result === 'declined' || result === 'deferred';

/** Results that fit an item, and the one that it has. */
function resultOptions(item: AgendaItem): { value: Result; label: string }[] {
  const own = item.said?.result;
  const fitting = [...choicesOf(item), 'discussed', 'skipped'] as const;
  const all = new Set<Result>([...(own ? [] : ['open' as const]), ...fitting, ...(own ? [own] : [])]);
  return [...all].map((value) => ({ value, label: value === 'open' ? 'Not reached' : RESULTS[value].word }));
}

function SaidItem({
  item,
  participants,
  hand,
  titleOf,
}: {
  item: AgendaItem;
  participants: readonly Participant[];
  hand: MinutesHand | undefined;
  titleOf: (budgetId: string) => string | undefined;
}) {
  const { agendaItemId, title, said, exhibit, visibility } = item;
  const result = said?.result ?? 'open';
  const told = said ? effectsText(said.effects, titleOf) : '';
  const refOf = (id: string) => {
    const person = participants.find((one) => one.id === id);
    return person && { kind: person.kind, id };
  };
  const by = said?.by;
  const deciders = [
    { value: '', label: 'Nobody is named' },
    ...participants.map(({ id, name }) => ({ value: id, label: name })),
    ...(by && !participants.some(({ id }) => id === by.id) ? [{ value: by.id, label: by.name }] : []),
  ];
  return (
    <>
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <StatusIcon tone={RESULTS[result].tone} label={`${RESULTS[result].word}:`} className="mt-0.5" />
        <div className="min-w-0 flex-1 basis-60">
          <h3 className="break-words font-medium">{title}</h3>
          {visibility === 'internal' ? (
            <p className="flex items-center gap-1.5 text-ink-3 text-meta">
              <Lock aria-hidden className="size-3.5" />
              Internal: not in the minutes
            </p>
          ) : null}
          <FactsLine facts={exhibit.facts} overtaken={Boolean(said?.effects.length)} className="text-meta" />
          {told ? <p className="text-ink-2 text-meta">{told}</p> : null}
        </div>
        {hand ? (
          <div className="flex flex-wrap gap-2 max-sm:w-full max-sm:*:flex-1">
            <NativeSelect
              aria-label={`Result of ${title}`}
              value={result}
              options={resultOptions(item)}
              onChange={(event) => void hand.say(agendaItemId, { result: event.target.value as Result })}
              className="w-36"
            />
            {said && (by || isDecided(said.result)) ? (
              <NativeSelect
                aria-label={`Who decided ${title}`}
                value={by?.id ?? ''}
                options={deciders}
                onChange={(event) => void hand.say(agendaItemId, { by: refOf(event.target.value) })}
                className="w-44"
              />
            ) : null}
          </div>
        ) : (
          <p className="text-ink-2">
            {RESULTS[result].word}
            {by ? ` by ${by.name}` : ''}
          </p>
        )}
      </div>
      <div className="pl-7 max-sm:pl-0">
        {hand ? (
          <ItemNote title={title} note={said?.note ?? ''} onKeep={(note) => hand.say(agendaItemId, { note })} />
        ) : said?.note ? (
          <p className="whitespace-pre-line text-ink-2">{said.note}</p>
        ) : null}
      </div>
    </>
  );
}

/** The note of an item, saved when it is left. What could not be saved stays as it was typed. */
function ItemNote({
  title,
  note,
  onKeep,
}: {
  title: string;
  note: string;
  /** True when it was saved. */
  onKeep: (note: string) => Promise<boolean>;
}) {
  const [text, setText] = useState<string>();
  const [isRefused, setRefused] = useState(false);
  const underWay = useRef(0);
  if (text === undefined && !note) {
    return (
      <Button
        size="inline"
        variant="link"
        className="min-h-6 w-fit"
        aria-label={`Add a note on ${title}`}
        onClick={() => setText('')}
      >
        Add a note
      </Button>
    );
  }
  const words = text ?? note;
  const keep = async () => {
    const kept = words.trim();
    // While a save is under way, `note` is not what will stand.
    const isSame = kept === note && underWay.current === 0;
    underWay.current += 1;
    const isKept = isSame || (await onKeep(kept));
    underWay.current -= 1;
    setRefused(!isKept);
    // It may have been typed on meanwhile.
    if (isKept) setText((now) => (now?.trim() === kept ? undefined : now));
  };
  return (
    <>
      <Textarea
        aria-label={`Note on ${title}`}
        aria-invalid={isRefused}
        autoFocus={!note}
        rows={1}
        maxLength={1_000}
        value={words}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => void keep()}
      />
      {isRefused ? (
        <p className="text-bad text-meta">This note is not saved. It is tried again when you leave it.</p>
      ) : null}
    </>
  );
}
