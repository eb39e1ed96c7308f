import type { Minutes } from '../../../../shared/meetings/minutes.ts';
import { timeText } from '../../../../shared/meetings/time-text.ts';
import { EFFECT_WORDS, RESULT_WORDS } from '../../../../shared/meetings/words.ts';
import { DateText } from '../../../ui/amount.tsx';
import { useLocale } from '../../../ui/locale.tsx';
import { FactsLine } from './facts-line.tsx';

/** Minutes on paper: what a client reads and nothing else, because it is all that `Minutes` holds. */
export function MinutesView({
  minutes,
  from,
}: {
  minutes: Omit<Minutes, 'companyId'>;
  from: { msp: string; company: string };
}) {
  const { locale } = useLocale();
  const { title, startsAt, durationMinutes, timeZone, place, present, absent, summary, items, actions } = minutes;
  return (
    <article className="mx-auto flex w-full max-w-180 flex-col gap-7 rounded-card border border-line bg-surface px-10 py-9 text-15 max-sm:px-4 max-sm:py-5 print:max-w-none print:border-0 print:p-0">
      <header className="flex flex-col gap-1.5">
        <p className="text-13 text-ink-3">
          Minutes, {from.company} and {from.msp}
        </p>
        <h2 className="break-words font-semibold text-22 tracking-[-0.01em]">{title}</h2>
        <p className="num text-ink-2">{timeText(startsAt, durationMinutes, timeZone, locale)}</p>
        {place ? <p className="break-words text-ink-2">{place}</p> : null}
        {present.length > 0 ? (
          <p>
            <span className="text-ink-3">Present: </span>
            {present.join(', ')}
          </p>
        ) : null}
        {absent.length > 0 ? (
          <p>
            <span className="text-ink-3">Not there: </span>
            {absent.join(', ')}
          </p>
        ) : null}
      </header>
      {summary ? <p className="whitespace-pre-line">{summary}</p> : null}
      <section aria-label="What we talked about" className="flex flex-col gap-3">
        <h3 className="font-semibold text-18">What we talked about</h3>
        <ol className="flex flex-col divide-y divide-line border-line border-y">
          {items.map((item) => (
            <li key={item.agendaItemId} className="print-block flex flex-col gap-1 py-3">
              <div className="flex flex-wrap items-baseline gap-x-3">
                <h4 className="min-w-0 flex-1 basis-60 break-words font-medium">{item.title}</h4>
                <span className={item.result === 'open' ? 'text-ink-3' : 'font-medium'}>
                  {RESULT_WORDS[item.result]}
                  {item.decidedBy ? ` by ${item.decidedBy}` : ''}
                </span>
              </div>
              <FactsLine facts={item.facts} overtaken={item.effects.length > 0} className="text-13" />
              {item.effects.length > 0 ? (
                <p className="text-ink-2">
                  {[...new Set(item.effects.map(({ did }) => `It ${EFFECT_WORDS[did]}.`))].join(' ')}
                </p>
              ) : null}
              {item.note ? <p className="whitespace-pre-line">{item.note}</p> : null}
              {item.actions.length > 0 ? <p className="text-ink-2">Agreed: {item.actions.join('; ')}</p> : null}
            </li>
          ))}
        </ol>
      </section>
      {actions.length > 0 ? (
        <section aria-label="What happens next" className="print-block flex flex-col gap-3">
          <h3 className="font-semibold text-18">What happens next</h3>
          <ul className="flex flex-col divide-y divide-line border-line border-y">
            {actions.map(({ text, owner, dueDate, done }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a frozen document have no other name and never move
              <li key={index} className="flex flex-wrap items-baseline gap-x-3 py-2.5">
                <span className="min-w-0 flex-1 basis-60 break-words">{text}</span>
                <span className="text-ink-2">
                  {owner ?? 'Nobody yet'}
                  {dueDate ? (
                    <>
                      , by <DateText iso={dueDate} />
                    </>
                  ) : null}
                  {done ? ', done' : ''}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p className="text-13 text-ink-3">Amounts are estimates, not quotes.</p>
    </article>
  );
}
