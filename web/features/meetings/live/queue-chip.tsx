import { CloudCheck, CloudOff, CloudUpload, RotateCw } from 'lucide-react';
import { type ReactNode, useSyncExternalStore } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { cx } from '../../../ui/cx.ts';
import { counted } from '../../../ui/format.ts';
import { isWord, type Queue } from './queue.ts';

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

interface Standing {
  tone: 'ok' | 'info' | 'warn';
  icon: ReactNode;
  words: string;
}

function standing({ waiting, saved, isCutOff }: Queue, isOnline: boolean): Standing | undefined {
  const words = waiting.filter(isWord).length;
  if (!isOnline || isCutOff) {
    const waits = words > 0 ? `${words} waiting, no connection` : 'No connection';
    return { tone: 'warn', icon: <CloudOff aria-hidden />, words: waits };
  }
  if (words > 0) return { tone: 'info', icon: <CloudUpload aria-hidden />, words: `Saving ${words}` };
  return saved > 0 ? { tone: 'ok', icon: <CloudCheck aria-hidden />, words: `${saved} saved` } : undefined;
}

const GROUNDS = { ok: 'bg-ok-soft text-ok', info: 'bg-info-soft text-info', warn: 'bg-warn-soft text-warn' } as const;

/** Whether what was said is saved: how many words, and what waits for the connection. */
export function QueueChip({ queue }: { queue: Queue }) {
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  const now = standing(queue, isOnline);
  return (
    <span role="status" className="contents">
      {now ? <Chip tone={now.tone} icon={now.icon} words={now.words} /> : null}
    </span>
  );
}

export function Chip({ tone, icon, words }: Standing) {
  return (
    <span
      className={cx(
        'num inline-flex h-6 items-center gap-1.5 whitespace-nowrap rounded-badge px-2 font-medium text-12 [&_svg]:size-4',
        GROUNDS[tone],
      )}
    >
      {icon}
      {words}
    </span>
  );
}

/** What the server did not take, why, and the ways out. Nothing leaves without being read. */
export function Refusals({
  queue,
  onRetry,
  onDrop,
}: {
  queue: Queue;
  onRetry: (key: string) => void;
  onDrop: (key: string) => void;
}) {
  if (queue.refused.length === 0) return null;
  return (
    <section
      aria-label={`${counted(queue.refused.length, 'word')} not saved`}
      className="flex flex-col gap-2 px-gutter pt-3"
    >
      {queue.refused.map(({ entry, why }) => (
        <div key={entry.key} role="alert">
          <Callout
            tone="bad"
            title={`Not saved: ${entry.title}`}
            actions={
              <>
                <Button size="sm" icon={<RotateCw aria-hidden />} onClick={() => onRetry(entry.key)}>
                  Try again
                </Button>
                <Button size="sm" variant="quiet" onClick={() => onDrop(entry.key)}>
                  Leave it out
                </Button>
              </>
            }
          >
            {why}
          </Callout>
        </div>
      ))}
    </section>
  );
}
