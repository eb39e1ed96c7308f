import { useEffect } from 'react';
import type { OneMeeting } from '../../../../shared/meetings/meeting.ts';
import { Mark } from '../../../ui/avatar.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useScreen } from './channel.ts';
import { Stage } from './stage.tsx';

/**
 * The client's side of a meeting in a window of its own. It knows nothing but what the presenter's page hands over, and that
 * is an allow-list: no note can come here.
 */
export function ClientView({ one, msp }: { one: OneMeeting; msp: { name: string; logoUrl?: string } }) {
  const screen = useScreen(one.meetingId);
  const title = screen?.title ?? 'Client view';
  useEffect(() => {
    document.title = `${title} · ${msp.name}`;
  }, [title, msp.name]);
  return (
    <div className="flex min-h-dvh flex-col bg-canvas">
      <header className="flex h-14 shrink-0 items-center gap-3 border-line border-b bg-surface px-gutter text-15">
        <Mark name={msp.name} logoUrl={msp.logoUrl} />
        <span className="truncate font-semibold">{screen ? screen.title : msp.name}</span>
        {screen ? <span className="truncate text-ink-3 max-sm:hidden">{screen.company}</span> : null}
        {screen?.paused ? <span className="ml-auto text-ink-2">Paused</span> : null}
      </header>
      <main id="main" className="mx-auto w-full max-w-300 flex-1 px-gutter py-10 max-sm:py-5">
        {screen?.item ? (
          <Stage item={screen.item} />
        ) : (
          <>
            <h1 className="sr-only">{title}</h1>
            <EmptyState title={screen ? 'We begin in a moment' : 'Waiting for the presenter'} className="pt-[20vh]">
              {screen
                ? undefined
                : 'This window follows live mode in this browser. It shows the item as soon as the presenter’s page is open.'}
            </EmptyState>
          </>
        )}
      </main>
    </div>
  );
}
