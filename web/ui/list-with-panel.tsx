import { type ReactNode, Suspense } from 'react';
import { Button } from './button.tsx';

/** What of an infinite query asks for the rows that follow. */
interface More {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/** A list that fills the page, with one of its records open beside it. */
export function ListWithPanel({
  head,
  more,
  panel,
  children,
}: {
  /** Title and filters, above the list. */
  head: ReactNode;
  more: More;
  /** The open record, in a chunk of its own; null for none. */
  panel: ReactNode;
  children: ReactNode;
}) {
  return (
    <BesidePanel panel={panel}>
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="flex flex-col gap-2.5 px-gutter pt-3 pb-3">{head}</div>
        {children}
        {more.hasNextPage ? (
          <div className="no-print flex shrink-0 justify-center border-line border-t bg-surface py-2">
            <Button size="sm" busy={more.isFetchingNextPage} onClick={() => void more.fetchNextPage()}>
              Show more
            </Button>
          </div>
        ) : null}
      </div>
    </BesidePanel>
  );
}

/** A page of cards, with one of the records on it open beside it. */
export function PageWithPanel({ panel, children }: { panel: ReactNode; children: ReactNode }) {
  return (
    <BesidePanel panel={panel}>
      <div className="min-w-0 flex-1 scroll-py-16 overflow-y-auto px-gutter pt-3 pb-[max(1.5rem,env(safe-area-inset-bottom))]">
        {children}
      </div>
    </BesidePanel>
  );
}

/** Takes the height of the frame, and scrolls inside: the panel stays where it is. */
function BesidePanel({ panel, children }: { panel: ReactNode; children: ReactNode }) {
  return (
    <div className="-mx-gutter -mt-3 -mb-[max(1.5rem,env(safe-area-inset-bottom))] flex h-[calc(100dvh-3rem)] max-sm:h-[calc(100dvh-3.5rem)]">
      {children}
      <Suspense>{panel}</Suspense>
    </div>
  );
}

/** Where the open record stands among those listed, and the ways to its neighbours: what a panel takes of its list. */
export function placeAmong(ids: readonly string[], open: string | undefined, peekAt: (id: string | undefined) => void) {
  const at = open ? ids.indexOf(open) : -1;
  const to = (id: string | undefined) => (at >= 0 && id !== undefined ? () => peekAt(id) : undefined);
  return {
    place: at >= 0 ? { at: at + 1, of: ids.length } : undefined,
    onPrevious: to(ids[at - 1]),
    onNext: to(ids[at + 1]),
    onClose: () => peekAt(undefined),
  };
}
