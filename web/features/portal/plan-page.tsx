import { useRef, useState } from 'react';
import type { Answers } from '../../../shared/budgets/client-budget.ts';
import { yearWords } from '../../../shared/kernel/fiscal-words.ts';
import type { PortalBudget, PortalRoadmap } from '../../../shared/portal/portal.ts';
import { DateText } from '../../ui/amount.tsx';
import { Callout } from '../../ui/callout.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { asProblem } from '../../ui/problem.ts';
import { RoadmapList } from '../../ui/roadmap/roadmap-list.tsx';
import { EmptyState, errorWords } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import { AnswerCard } from './answer-card.tsx';
import { groupsOf } from './answer-groups.ts';
import { AnsweredBefore } from './answered-before.tsx';
import { PageBar } from './bar-slot.tsx';
import { messagesOf, sumOf } from './draft-answers.ts';
import { PlanBar } from './plan-bar.tsx';
import { roadmapItems } from './roadmap-items.ts';
import { lineCount } from './text.ts';
import { useDraft } from './use-draft.ts';

export interface PlanPageProps {
  mspName: string;
  userId: string;
  mayAnswer: boolean;
  budgets: readonly PortalBudget[];
  roadmap: PortalRoadmap;
  roadmapHref: string;
  /** Sends one message a budget; throws what the API answers. */
  onSend: (messages: readonly Answers[]) => Promise<void>;
  onLater: () => void;
}

const CHANGED = 409;

/** By the time it is read, the page shows what has changed: the API's advice to reload would only puzzle. */
function refusalOf(error: unknown, mspName: string): ReturnType<typeof errorWords> {
  if (asProblem(error)?.status !== CHANGED) return errorWords(error);
  return {
    title: `${mspName} sent changes meanwhile, so nothing was sent`,
    detail: 'They stand below now. Your answers to lines that did not change are still chosen: look, then send again.',
  };
}

/** What waits for the client's word, with the roadmap beside it. Nothing leaves the page before "Send answers". */
export function PlanPage(props: PlanPageProps) {
  const { mspName, userId, mayAnswer, budgets, roadmap, roadmapHref, onSend, onLater } = props;
  const { items, fiscalYearStart, today } = roadmap;
  const { locale } = useLocale();
  const [draft, setDraft] = useDraft(userId, budgets);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ReturnType<typeof errorWords>>();
  const list = useRef<HTMLDivElement>(null);

  const waiting = budgets.filter((budget) => budget.waiting > 0);
  const count = waiting.reduce((sum, budget) => sum + budget.waiting, 0);
  const due = waiting.flatMap(({ dueDate }) => dueDate ?? []).toSorted()[0];
  const newest = waiting.at(-1) ?? budgets[0];
  const sum = sumOf(waiting, draft);
  const send = async () => {
    const messages = messagesOf(waiting, draft);
    if (messages.length === 0) return toast({ id: 'none', title: 'Choose Approve or Not now first' });
    if (sum.unexplained.length > 0) {
      setTried(true);
      requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[data-missing-reason]')?.focus());
      return;
    }
    setBusy(true);
    setRefusal(undefined);
    try {
      await onSend(messages);
      setTried(false);
      toast({ title: 'Answers sent', detail: `${mspName} sees them now.` });
    } catch (error) {
      setRefusal(refusalOf(error, mspName));
      list.current?.scrollIntoView({ block: 'start' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <PageHead
        title={newest ? `Your plan for ${yearWords(newest.fiscalYear, newest.fiscalYearStart)}` : 'Your plan'}
        fact={
          count > 0 ? (
            <>
              {lineCount(count)} {count === 1 ? 'waits' : 'wait'} for {mayAnswer ? 'you' : 'your company'}
              {due ? (
                <>
                  {' '}
                  until <DateText iso={due} weekday year={false} />
                </>
              ) : null}
              . Estimates, not quotes.
            </>
          ) : (
            'Estimates, not quotes.'
          )
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div ref={list} className="flex min-w-0 scroll-mt-20 flex-col gap-3">
          <header className="flex flex-wrap items-baseline justify-between gap-x-4">
            <h2 className="font-semibold text-15">Waiting for {mayAnswer ? 'you' : 'your company'}</h2>
            {count > 0 && mayAnswer ? (
              <span className="num text-ink-3 text-meta">
                {count - sum.open} of {count} lines answered
              </span>
            ) : null}
          </header>
          {refusal ? (
            <div role="alert">
              <Callout tone="bad" title={refusal.title}>
                {refusal.detail}
              </Callout>
            </div>
          ) : null}
          {count > 0 && !mayAnswer ? (
            <Callout tone="info" title="You can read this plan">
              Answers come from the people at your company who may approve. Ask one of them, or {mspName}.
            </Callout>
          ) : null}
          {count === 0 ? (
            <div className="rounded-card border border-line bg-surface">
              <EmptyState title="Nothing waits for you">
                When {mspName} proposes new work with a price, it stands here for your answer.
              </EmptyState>
            </div>
          ) : null}
          {waiting.map((budget) => (
            <div key={budget.budgetId} className="flex flex-col gap-2">
              {waiting.length > 1 ? <p className="text-ink-2 text-meta">{budget.title}</p> : null}
              <div className="divide-y divide-line rounded-card border border-line bg-surface">
                {groupsOf(budget, items, locale).map((group) => (
                  <AnswerCard
                    key={group.id}
                    group={group}
                    mspName={mspName}
                    mayAnswer={mayAnswer}
                    draft={draft}
                    unexplained={tried ? sum.unexplained : []}
                    onDraft={setDraft}
                  />
                ))}
              </div>
            </div>
          ))}
        </div>
        <aside aria-label="Roadmap and earlier answers" className="flex min-w-0 flex-col gap-3">
          <header className="flex items-baseline justify-between gap-4">
            <h2 className="font-semibold text-15">Roadmap</h2>
            <TextLink href={roadmapHref} className="-my-3 inline-flex min-h-11 items-center text-meta">
              Open all
            </TextLink>
          </header>
          <RoadmapList items={roadmapItems(items)} today={today} locale={locale} fiscalStartMonth={fiscalYearStart} />
          <AnsweredBefore budgets={budgets} />
        </aside>
      </div>
      {count > 0 && mayAnswer ? (
        <PageBar>
          <PlanBar
            sum={sum}
            currency={waiting[0]?.currency ?? ''}
            busy={busy}
            onLater={() => {
              toast({ title: 'Kept for later', detail: 'Your answers wait in this browser. Nothing was sent.' });
              onLater();
            }}
            onSend={() => void send()}
          />
        </PageBar>
      ) : null}
    </>
  );
}
