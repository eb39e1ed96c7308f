import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Page } from '../../shared/kernel/page.ts';
import type { Activity } from '../../shared/platform/activity.ts';
import { Button } from '../ui/button.tsx';
import { Card, CardBody, CardHead } from '../ui/card.tsx';
import { Loading, Skeleton } from '../ui/skeleton.tsx';
import { ErrorState } from '../ui/states.tsx';
import { Timeline } from '../ui/timeline.tsx';

interface Props {
  history: UseInfiniteQueryResult<InfiniteData<Page<Activity>>>;
  words: (entry: Activity) => ReactNode;
  /** Names of staff by id. */
  people: ReadonlyMap<string, string>;
  /** Names of the client's people by id, where they act on such a record. */
  clients?: ReadonlyMap<string, string>;
  /** Said of a record whose history may be empty. */
  none?: string;
}

/** What happened to a record, newest first, for the section that it stands in. */
export function RecordHistory({
  history: { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage },
  words,
  people,
  clients,
  none,
}: Props) {
  const entries = data?.pages.flatMap((page) => page.items);
  return (
    <>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} className="py-4" /> : null}
      {entries || error ? null : (
        <Loading label="Loading the history" className="flex flex-col gap-4">
          <Skeleton className="w-4/5" />
          <Skeleton className="w-3/5" />
        </Loading>
      )}
      {none && entries?.length === 0 ? <p className="text-ink-3">{none}</p> : null}
      <Timeline
        entries={(entries ?? []).map((entry) => {
          const ofClient = clients?.get(entry.actorId);
          const person = people.get(entry.actorId) ?? ofClient;
          return {
            id: entry.activityId,
            person,
            side: ofClient ? ('client' as const) : ('staff' as const),
            tone: 'proposed' as const,
            title: words(entry),
            detail: [person ?? (entry.actorId.startsWith('system:') ? 'Fairlead' : 'Somebody'), entry.note]
              .filter(Boolean)
              .join(': '),
            at: entry.at,
          };
        })}
      />
      {hasNextPage ? (
        <Button variant="quiet" size="sm" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show older
        </Button>
      ) : null}
    </>
  );
}

/** The same in a card of a record's page. */
export function HistoryCard(props: Props) {
  return (
    <Card>
      <CardHead title="History" />
      <CardBody className="flex flex-col gap-2">
        <RecordHistory {...props} />
      </CardBody>
    </Card>
  );
}
