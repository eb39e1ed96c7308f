import { CloudOff } from 'lucide-react';
import { counted } from '../../../ui/format.ts';
import { isWord, type Queue } from './queue.ts';

/** The meeting was ended and that is not saved yet. */
export function EndedNote({ queue, title }: { queue: Queue; title: string }) {
  const words = queue.waiting.filter(isWord).length;
  return (
    <div className="flex flex-col gap-3 text-18">
      <h1 className="font-semibold text-32 tracking-[-0.015em] max-sm:text-22">{title} is over</h1>
      {queue.isCutOff ? (
        <p className="flex items-start gap-2.5 text-ink-2">
          <CloudOff aria-hidden className="mt-1 size-5 shrink-0 text-warn" />
          {counted(words, 'entry', 'entries')} wait in this browser. Keep this page open: they are saved as soon as the
          connection is back, and the minutes open.
        </p>
      ) : (
        <p className="text-ink-2">Saving the last words. The minutes open in a moment.</p>
      )}
    </div>
  );
}
