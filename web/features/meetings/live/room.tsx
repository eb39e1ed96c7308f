import { lazy, Suspense, useEffect } from 'react';
import type { AgendaItem } from '../../../../shared/meetings/agenda.ts';
import { Attendance } from './attendance.tsx';
import type { OpenLine } from './lines-panel.tsx';
import { LiveHead } from './live-head.tsx';
import { Middle } from './middle.tsx';
import { type Knowledge, PresenterSide } from './presenter-side.tsx';
import { Rail } from './rail.tsx';
import { Steps } from './steps.tsx';
import type { Live } from './use-live.ts';
import { useRoom } from './use-room.ts';
import { warmUp } from './warm-up.ts';

const EndDialog = lazy(() => import('./end-dialog.tsx'));
const Sheet = lazy(() => import('./sheet.tsx'));

/** What the route knows of other features for live mode. */
export interface Surroundings {
  companyName: string;
  /** Month in which the client's fiscal year begins. */
  fiscalYearStart: number;
  /** The client's calendar day. */
  today: string;
  msp: { name: string; logoUrl?: string };
  /** What the presenter should know of an item's records, beyond what the client sees. */
  know: (item: AgendaItem) => Knowledge;
  /** Lines of a budget that wait for an answer; undefined while that is not known. */
  openLines: (budgetId: string) => readonly OpenLine[] | undefined;
  titleOf: (budgetId: string) => string | undefined;
  /** The meeting's own page. */
  href: string;
  /** Address of the client's window. */
  clientHref: string;
}

/** A meeting that is being held: agenda at the left, what the client sees in the middle, only the presenter at the right. */
export function Room({ live, around }: { live: Live; around: Surroundings }) {
  const { meeting, item, clock } = live;
  const room = useRoom(live, around);
  const { dialog, setDialog, isHidden } = room;
  const close = () => setDialog(undefined);
  useEffect(warmUp, []);
  useEffect(() => {
    document.title = `${meeting.title} · ${around.companyName}`;
  }, [meeting.title, around.companyName]);
  const go = (id: string) => {
    close();
    live.go(id);
  };
  const agenda = (
    <>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <Rail meeting={meeting} clock={clock} onGo={go} />
      </div>
      <Attendance participants={meeting.participants} onAttend={live.attend} />
    </>
  );
  const mine = item ? (
    <PresenterSide
      meeting={meeting}
      item={item}
      know={around.know(item)}
      titleOf={around.titleOf}
      onAction={() => room.ask('action')}
      onCameUp={() => room.ask('came-up')}
    />
  ) : null;
  return (
    <div className="flex h-dvh flex-col overflow-hidden bg-canvas">
      <LiveHead
        live={live}
        msp={around.msp}
        companyName={around.companyName}
        isClientOpen={room.isClientOpen}
        menu={room.menu}
        onEnd={() => setDialog('end')}
      />
      <div className="flex min-h-0 flex-1">
        {isHidden ? null : (
          <div className="flex w-74 shrink-0 flex-col border-line border-r bg-surface max-lg:hidden">{agenda}</div>
        )}
        <Middle live={live} room={room} around={around} />
        {isHidden || !mine ? null : (
          <aside
            aria-label="Your side"
            data-scale="touch"
            className="flex w-80 shrink-0 flex-col border-line-strong border-l-2 border-dashed bg-sunken max-lg:hidden"
          >
            <section
              aria-label="Your side, details"
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll region must be reachable by keyboard (WCAG 2.1.1)
              tabIndex={0}
              className="min-h-0 flex-1 overflow-y-auto -outline-offset-2"
            >
              {mine}
            </section>
            <div className="flex gap-2 border-line border-t p-4">
              <Steps back={room.back} next={room.next} onGo={room.go} />
            </div>
          </aside>
        )}
      </div>
      <Suspense>
        {dialog === 'end' ? <EndDialog live={live} onClose={close} /> : null}
        {dialog === 'agenda' ? (
          <Sheet title="Agenda" onClose={close}>
            {agenda}
          </Sheet>
        ) : null}
        {dialog === 'mine' ? (
          <Sheet title="Your side" onClose={close}>
            <div className="border-line-strong border-t-2 border-dashed bg-sunken">{mine}</div>
          </Sheet>
        ) : null}
      </Suspense>
    </div>
  );
}
