import { Lock, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AgendaItem } from '../../../../shared/meetings/agenda.ts';
import { DateText } from '../../../ui/amount.tsx';
import { Button } from '../../../ui/button.tsx';
import { LedgerList } from '../../../ui/fact-list.tsx';
import { StatusIcon } from '../../../ui/status-icon.tsx';
import { RESULTS } from '../statuses.ts';
import type { LiveAction, LiveMeeting } from './pending.ts';
import { effectsText } from './text.ts';

const DECIDED: readonly string[] = ['approved', 'declined', 'deferred'];

/** What staff know of an item's records: figures by name, and what they noted for themselves. */
export interface Knowledge {
  rows: readonly { id: string; label: ReactNode; value: ReactNode }[];
  note?: string;
}

/** What only the presenter sees: what to say, what to know, what was decided and promised so far. */
export function PresenterSide({
  meeting,
  item,
  know,
  titleOf,
  onAction,
  onCameUp,
}: {
  meeting: LiveMeeting;
  item: AgendaItem;
  know: Knowledge;
  titleOf: (budgetId: string) => string | undefined;
  onAction: () => void;
  onCameUp: () => void;
}) {
  const { said, withheld, exhibit } = item;
  const hasFigures = exhibit.facts.length > 0 || exhibit.table !== undefined;
  const taken = { id: 'at', label: 'Figures of', value: <DateText iso={item.exhibitAt} year={false} time /> };
  const rows = [...know.rows, ...(hasFigures ? [taken] : [])];
  const decided = meeting.items.filter((one) => one.said && DECIDED.includes(one.said.result));
  return (
    <div className="flex flex-col divide-y divide-line text-15">
      <p className="flex items-center gap-2 px-5 py-3 font-medium text-13 text-ink-2">
        <Lock aria-hidden className="size-4" />
        Only you see this side
      </p>
      {item.note ? (
        <Part title="Say">
          <p className="whitespace-pre-line text-ink-2">{item.note}</p>
        </Part>
      ) : null}
      {rows.length > 0 || know.note || withheld || said?.note ? (
        <Part title="Know">
          {withheld ? <p className="text-ink-2">Its figures are for those who may read budgets.</p> : null}
          {rows.length > 0 ? <LedgerList rows={rows} /> : null}
          {know.note ? <Quote title="Private note">{know.note}</Quote> : null}
          {said?.note ? <Quote title="Note of this item">{said.note}</Quote> : null}
        </Part>
      ) : null}
      <Part title="Decided so far">
        {decided.length === 0 ? <p className="text-ink-3">Nothing yet</p> : null}
        <ul className="flex flex-col gap-2.5">
          {decided.map((one) => (
            <Decided key={one.agendaItemId} item={one} titleOf={titleOf} />
          ))}
        </ul>
      </Part>
      <Part title="Actions">
        {meeting.actions.length === 0 ? <p className="text-ink-3">None yet</p> : null}
        <ul className="flex flex-col gap-2.5">
          {meeting.actions.map((action) => (
            <Action key={action.meetingActionId} action={action} />
          ))}
        </ul>
      </Part>
      <div className="flex flex-col items-start px-1 py-2">
        <Button variant="quiet" icon={<Plus aria-hidden />} onClick={onAction}>
          Add action
        </Button>
        <Button variant="quiet" icon={<Plus aria-hidden />} onClick={onCameUp}>
          Add what came up
        </Button>
      </div>
    </div>
  );
}

function Quote({ title, children }: { title: string; children: string }) {
  return (
    <p className="whitespace-pre-line border-line-strong border-l-2 pl-3 text-ink-2">
      <span className="block text-13 text-ink-3">{title}</span>
      {children}
    </p>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-2.5 px-5 py-4">
      <h2 className="font-semibold">{title}</h2>
      {children}
    </section>
  );
}

function Decided({ item, titleOf }: { item: AgendaItem; titleOf: (budgetId: string) => string | undefined }) {
  const { said, title } = item;
  if (!said) return null;
  const told = effectsText(said.effects, titleOf);
  return (
    <li className="flex gap-2.5">
      <StatusIcon tone={RESULTS[said.result].tone} label={RESULTS[said.result].word} className="mt-0.5 self-start" />
      <span className="min-w-0">
        <span className="block break-words">{title}</span>
        <span className="block text-13 text-ink-3">
          {RESULTS[said.result].word}
          {said.by ? ` by ${said.by.name}` : ''}
          {told ? `. ${told}` : ''}
        </span>
      </span>
    </li>
  );
}

function Action({ action: { text, owner, dueDate, pending } }: { action: LiveAction }) {
  return (
    <li className="min-w-0">
      <span className="block break-words">{text}</span>
      <span className="block text-13 text-ink-3">
        {owner?.name ?? 'Nobody yet'}
        {dueDate ? (
          <>
            , by <DateText iso={dueDate} year={false} />
          </>
        ) : null}
        {pending ? ', not saved yet' : ''}
      </span>
    </li>
  );
}
