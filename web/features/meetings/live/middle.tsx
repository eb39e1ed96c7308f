import { ListOrdered, Lock, Plus } from 'lucide-react';
import { Button } from '../../../ui/button.tsx';
import { cx } from '../../../ui/cx.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { EndedNote } from './ended-note.tsx';
import { LivePanel } from './live-panel.tsx';
import { Refusals } from './queue-chip.tsx';
import type { Surroundings } from './room.tsx';
import { screenItem } from './screen.ts';
import { InternalStage, Stage } from './stage.tsx';
import { Steps } from './steps.tsx';
import type { Live } from './use-live.ts';
import type { RoomState } from './use-room.ts';

/** What the client sees, and below it what can be said of it. */
export function Middle({ live, room, around }: { live: Live; room: RoomState; around: Surroundings }) {
  const { meeting, item, queue } = live;
  const { open, setOpen, isEnding } = room;
  return (
    <main id="main" data-scale="touch" className="flex min-w-0 flex-1 flex-col">
      <Refusals queue={queue} onRetry={live.retry} onDrop={live.drop} />
      <section
        aria-label="What the client sees"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll region must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto px-10 py-8 -outline-offset-2 max-lg:px-gutter max-lg:py-5"
      >
        <div className="mx-auto max-w-260">
          {isEnding ? <EndedNote queue={queue} title={meeting.title} /> : <Shown live={live} room={room} />}
        </div>
      </section>
      {open && !isEnding && (item || open.kind === 'came-up') ? (
        <LivePanel
          key={open.kind}
          live={live}
          item={item}
          open={open}
          around={around}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
      {item && !isEnding ? (
        <footer
          className={cx(
            'border-line border-t bg-surface px-10 py-4 max-lg:px-gutter max-lg:py-3',
            // A phone has room for one of them.
            open && 'max-sm:hidden',
          )}
        >
          <div className="mx-auto flex max-w-260 flex-wrap items-end gap-3">
            <div className="min-w-0 flex-1 basis-96 max-sm:basis-full">
              <DecisionBar
                live={live}
                item={item}
                titleOf={around.titleOf}
                onSay={room.say}
                onNote={() => room.ask('note')}
              />
            </div>
            <NarrowSteps room={room} />
          </div>
        </footer>
      ) : null}
    </main>
  );
}

function Shown({ live: { meeting, item }, room }: { live: Live; room: RoomState }) {
  const screen = screenItem(meeting.items, item?.agendaItemId);
  if (screen) return <Stage item={screen} />;
  if (item && !room.isHidden) return <InternalStage title={item.title} text={item.text} />;
  return (
    <>
      <h1 className="font-semibold text-32 tracking-[-0.015em] max-sm:text-22">{meeting.title}</h1>
      {meeting.items.length === 0 ? (
        <EmptyState
          title="Nothing is on the agenda"
          action={
            <Button icon={<Plus aria-hidden />} onClick={() => room.ask('came-up')}>
              Add what came up
            </Button>
          }
        />
      ) : null}
    </>
  );
}

/** The ways on where the sides of the page do not stand: on a phone, and while the presenter hides theirs. */
function NarrowSteps({ room: { isHidden, back, next, go, setDialog } }: { room: RoomState }) {
  return (
    <div className={isHidden ? 'flex gap-2 max-lg:w-full' : 'flex w-full gap-2 lg:hidden'}>
      {isHidden ? null : (
        <Button icon={<ListOrdered aria-hidden />} onClick={() => setDialog('agenda')}>
          Agenda
        </Button>
      )}
      <Steps back={back} next={next} onGo={go} narrow />
      {isHidden ? null : (
        <IconButton
          label="Your side"
          variant="secondary"
          icon={<Lock />}
          className="ml-auto"
          onClick={() => setDialog('mine')}
        />
      )}
    </div>
  );
}
