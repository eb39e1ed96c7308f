import { CalendarClock, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { DateText } from '../../../ui/amount.tsx';
import { Badge, Tag } from '../../../ui/badge.tsx';
import { counted } from '../../../ui/format.ts';
import { ExhibitView } from '../exhibit-view.tsx';
import { RESULTS } from '../statuses.ts';
import type { ScreenItem } from './screen.ts';
import { PURPOSES } from './text.ts';

/** One item as everybody in the room sees it: the presenter's middle and the client's window are this one component. */
export function Stage({ item }: { item: ScreenItem }) {
  const { position, of, title, text, purpose, exhibit, openSince, said } = item;
  return (
    <StageFrame
      line={
        <>
          <span className="num">
            Item {position} of {of}
          </span>
          {purpose === 'decide' ? <Tag>{PURPOSES.decide}</Tag> : <span>{PURPOSES[purpose]}</span>}
          {said ? (
            <Badge tone={RESULTS[said.result].tone}>
              {RESULTS[said.result].word}
              {said.by ? ` by ${said.by}` : ''}
            </Badge>
          ) : null}
        </>
      }
      title={title}
      text={text}
    >
      {openSince ? (
        <p className="flex items-center gap-2 text-15 text-ink-2">
          <CalendarClock aria-hidden className="size-4.5 text-warn" />
          <span>
            Open since <DateText iso={openSince.date} />, {counted(openSince.meetings, 'meeting')}
          </span>
        </p>
      ) : null}
      <ExhibitView exhibit={exhibit} of={title} large />
    </StageFrame>
  );
}

/** An item that only staff see, in the presenter's middle: everybody else still looks at the one before. */
export function InternalStage({ title, text }: { title: string; text: string }) {
  return (
    <div className="rounded-card border-2 border-line-strong border-dashed bg-sunken p-6 max-sm:p-4">
      <StageFrame
        line={
          <span className="flex items-center gap-2">
            <Lock aria-hidden className="size-4" />
            Internal: only you see this item
          </span>
        }
        title={title}
        text={text}
      />
    </div>
  );
}

function StageFrame({
  line,
  title,
  text,
  children,
}: {
  line: ReactNode;
  title: string;
  text: string;
  children?: ReactNode;
}) {
  return (
    <article className="flex min-w-0 flex-col gap-6 text-18">
      <header className="flex flex-col gap-2">
        <div className="flex min-h-6 flex-wrap items-center gap-x-3 gap-y-1 text-15 text-ink-3">{line}</div>
        <h1 className="break-words font-semibold text-32 tracking-[-0.015em] max-sm:text-22">{title}</h1>
        {text ? <p className="max-w-[52ch] whitespace-pre-line text-ink-2 leading-7">{text}</p> : null}
      </header>
      {children}
    </article>
  );
}
