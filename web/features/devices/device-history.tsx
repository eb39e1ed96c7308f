import { useInfiniteQuery } from '@tanstack/react-query';
import type { Activity } from '../../../shared/platform/activity.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { historyWords } from './history-words.ts';
import { deviceHistoryQuery } from './queries.ts';

function whoOf({ actorId }: Activity, people: ReadonlyMap<string, string>): string {
  return people.get(actorId) ?? (actorId.startsWith('system:') ? 'Fairlead' : 'Somebody');
}

/** What happened to the device, newest first. A device that only a sync has touched has no history. */
export function DeviceHistory({
  companyId,
  deviceId,
  people,
}: {
  companyId: string;
  deviceId: string;
  people: ReadonlyMap<string, string>;
}) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    deviceHistoryQuery({ companyId, deviceId }),
  );
  const entries = data?.pages.flatMap((page) => page.items);
  return (
    <Section title="History">
      {error ? <ErrorState error={error} onRetry={() => void refetch()} className="py-4" /> : null}
      {entries || error ? null : (
        <Loading label="Loading the history" className="flex flex-col gap-4">
          <Skeleton className="w-4/5" />
        </Loading>
      )}
      {entries?.length === 0 ? <p className="text-ink-3">Nobody has changed it yet.</p> : null}
      <Timeline
        entries={(entries ?? []).map((entry) => ({
          id: entry.activityId,
          person: people.get(entry.actorId),
          side: 'staff' as const,
          tone: 'proposed' as const,
          title: historyWords(entry),
          detail: whoOf(entry, people),
          at: entry.at,
        }))}
      />
      {hasNextPage ? (
        <Button variant="quiet" size="sm" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show older
        </Button>
      ) : null}
    </Section>
  );
}
