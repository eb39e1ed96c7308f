import { useInfiniteQuery } from '@tanstack/react-query';
import { Cog } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { dateIn } from '../../../shared/kernel/calendar.ts';
import type { PortalEvent } from '../../../shared/portal/portal-activity.ts';
import { DateText } from '../../ui/amount.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Card } from '../../ui/card.tsx';
import { formatTime } from '../../ui/format.ts';
import { useLocale } from '../../ui/locale.tsx';
import { MoreRows } from '../../ui/more-rows.tsx';
import { NativeSelect } from '../../ui/native-select.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState, FilterEmpty } from '../../ui/states.tsx';
import { type ActivitySearch, KINDS, SIDES } from './activity-search.ts';
import { KIND_WORDS, monthsSince, sentenceOf, sideWords, whoOf } from './activity-words.ts';
import { activityQuery } from './queries.ts';

const none: PortalEvent[] = [];

/** What was done at the company and by whom, newest first: for its administrators. */
export function ActivityPage({
  mspName,
  search,
  onSearch,
}: {
  mspName: string;
  search: ActivitySearch;
  onSearch: (next: ActivitySearch) => void;
}) {
  const query = useInfiniteQuery(activityQuery(search));
  const { data, error, hasNextPage, isFetching, fetchNextPage } = query;
  const events = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? none, [data]);
  const { since, timeZone } = data?.pages[0] ?? {};
  // A page may come back empty although older ones hold something.
  const goesOn = events.length === 0 && hasNextPage && !error;
  useEffect(() => {
    if (goesOn && !isFetching) void fetchNextPage();
  }, [goesOn, isFetching, fetchNextPage]);
  return (
    <>
      <PageHead title="Activity" fact={`What was done for your company here, by your people and by ${mspName}.`} />
      <Filters mspName={mspName} since={since} timeZone={timeZone} search={search} onSearch={onSearch} />
      {error && events.length === 0 ? (
        <ErrorState error={error} onRetry={() => void query.refetch()} />
      ) : query.isPending || goesOn ? (
        <CardSkeleton label="Loading the activity" rows={6} />
      ) : events.length === 0 ? (
        <Card>
          {search.month || search.kind || search.by ? (
            <FilterEmpty onClear={() => onSearch({})} />
          ) : (
            <EmptyState title="Nothing was done yet">
              Budgets that are sent and answered, work on the roadmap, meetings, reports and who has access stand here.
            </EmptyState>
          )}
        </Card>
      ) : (
        <>
          <Days events={events} mspName={mspName} timeZone={timeZone ?? 'UTC'} />
          <MoreRows query={query} />
        </>
      )}
    </>
  );
}

function Filters({
  mspName,
  since,
  timeZone,
  search,
  onSearch,
}: {
  mspName: string;
  since: string | undefined;
  timeZone: string | undefined;
  search: ActivitySearch;
  onSearch: (next: ActivitySearch) => void;
}) {
  const { locale } = useLocale();
  const monthName = useMemo(
    () => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
    [locale],
  );
  const months = since && timeZone ? monthsSince(since, dateIn(timeZone, new Date()).slice(0, 7)) : [];
  const offered = search.month && !months.includes(search.month) ? [search.month, ...months] : months;
  const sides = sideWords(mspName);
  return (
    <div className="grid grid-cols-2 gap-2 sm:flex sm:flex-wrap">
      <NativeSelect
        aria-label="Month"
        className="sm:w-48"
        options={[
          { value: '', label: 'All months' },
          ...offered.map((value) => ({ value, label: monthName.format(new Date(`${value}-01`)) })),
        ]}
        value={search.month ?? ''}
        onChange={({ target }) => onSearch({ ...search, month: target.value || undefined })}
      />
      <NativeSelect
        aria-label="About"
        className="sm:w-52"
        options={[{ value: '', label: 'Everything' }, ...KINDS.map((value) => ({ value, label: KIND_WORDS[value] }))]}
        value={search.kind ?? ''}
        onChange={({ target }) => onSearch({ ...search, kind: KINDS.find((one) => one === target.value) })}
      />
      <NativeSelect
        aria-label="By"
        className="max-sm:col-span-2 sm:w-60"
        options={[{ value: '', label: 'By everybody' }, ...SIDES.map((value) => ({ value, label: sides[value] }))]}
        value={search.by ?? ''}
        onChange={({ target }) => onSearch({ ...search, by: SIDES.find((one) => one === target.value) })}
      />
    </div>
  );
}

/** Events under the day on which they were, by the company's clock. */
function Days({ events, mspName, timeZone }: { events: readonly PortalEvent[]; mspName: string; timeZone: string }) {
  const { locale } = useLocale();
  const days = Map.groupBy(events, ({ at }) => dateIn(timeZone, new Date(at)));
  return [...days].map(([day, own]) => (
    <section key={day} className="flex flex-col gap-2">
      <h2 className="font-semibold text-body">
        <DateText iso={day} weekday />
      </h2>
      <Card>
        <ul className="divide-y divide-line">
          {own.map((event) => (
            <Row key={event.eventId} event={event} mspName={mspName} time={formatTime(event.at, locale, timeZone)} />
          ))}
        </ul>
      </Card>
    </section>
  ));
}

function Row({ event, mspName, time }: { event: PortalEvent; mspName: string; time: string }) {
  const { what, things } = sentenceOf(event);
  return (
    <li className="flex items-start gap-3 px-4 py-3">
      <Face event={event} mspName={mspName} />
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere font-medium">{what}</p>
        {things ? <p className="wrap-anywhere text-ink-2">{things}</p> : null}
        <p className="flex items-baseline justify-between gap-3 text-ink-3 text-meta">
          <span className="wrap-anywhere">{whoOf(event, mspName)}</span>
          <time dateTime={event.at} className="num shrink-0">
            {time}
          </time>
        </p>
      </div>
    </li>
  );
}

function Face({ event: { by, name }, mspName }: { event: PortalEvent; mspName: string }) {
  if (by !== 'system') return <Avatar name={name ?? mspName} side={by === 'msp' ? 'staff' : 'client'} />;
  return (
    <span className="grid size-7 shrink-0 place-items-center rounded-full bg-idle-soft text-idle">
      <Cog aria-hidden className="size-3.5" />
    </span>
  );
}
