import { ArrowLeft, ArrowRight } from 'lucide-react';
import type { AgendaItem } from '../../../../shared/meetings/agenda.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';

/** The item before and the next one, by its title where there is room. */
export function Steps({
  back,
  next,
  onGo,
  narrow = false,
}: {
  back: AgendaItem | undefined;
  next: AgendaItem | undefined;
  onGo: (to: AgendaItem | undefined) => void;
  narrow?: boolean;
}) {
  return (
    <>
      <IconButton
        label={back ? `Item before: ${back.title}` : 'No item before'}
        variant="secondary"
        icon={<ArrowLeft />}
        aria-disabled={!back}
        onClick={() => onGo(back)}
      />
      <span className={narrow ? 'flex' : 'flex min-w-0 flex-1 *:w-full'}>
        <Button
          aria-disabled={!next}
          aria-label={next ? `Next item: ${next.title}` : 'No item follows'}
          onClick={() => onGo(next)}
        >
          <span className="truncate">{next ? (narrow ? 'Next' : next.title) : 'Last item'}</span>
          {next ? <ArrowRight aria-hidden /> : null}
        </Button>
      </span>
    </>
  );
}
