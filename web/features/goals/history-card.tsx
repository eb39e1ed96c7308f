import { useInfiniteQuery } from '@tanstack/react-query';
import type { GoalDetail } from '../../../shared/goals/goal.ts';
import { Button } from '../../ui/button.tsx';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { historyWords } from './history-words.ts';
import { goalHistoryQuery } from './queries.ts';

/** What happened to the goal, newest first. */
export function HistoryCard({
  goal: { companyId, goalId },
  people,
}: {
  goal: GoalDetail;
  people: ReadonlyMap<string, string>;
}) {
  const { locale } = useLocale();
  const history = useInfiniteQuery(goalHistoryQuery({ companyId, goalId }));
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = history;
  const entries = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card>
      <CardHead title="History" />
      <CardBody className="flex flex-col gap-2">
        {error ? <ErrorState error={error} onRetry={() => void refetch()} className="py-4" /> : null}
        {data || error ? null : (
          <Loading label="Loading the history" className="flex flex-col gap-4">
            <Skeleton className="w-4/5" />
            <Skeleton className="w-3/5" />
          </Loading>
        )}
        <Timeline
          entries={entries.map((entry) => {
            const person = people.get(entry.actorId);
            return {
              id: entry.activityId,
              person,
              side: 'staff' as const,
              tone: 'proposed' as const,
              title: historyWords(entry, locale),
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
      </CardBody>
    </Card>
  );
}
