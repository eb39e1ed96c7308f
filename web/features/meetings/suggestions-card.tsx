import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';
import type { Suggestion } from '../../../shared/meetings/suggesting.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { suggestionsQuery } from './queries.ts';
import { kindOf } from './text.ts';
import { useAgenda } from './use-agenda.ts';

const FIRST = 5;
const idOf = ({ record }: Suggestion) => `${record.type}/${record.id}`;

/** What waits for a decision of this client, ranked, with what still fits into the time. */
export function SuggestionsCard({ meeting }: { meeting: MeetingDetail }) {
  const agenda = useAgenda(meeting);
  const { data, error, refetch } = useQuery(suggestionsQuery(meeting));
  const [all, setAll] = useState(false);
  const [adding, setAdding] = useState<ReadonlySet<string>>(new Set());
  const found = data?.items ?? [];
  const add = async (one: Suggestion) => {
    const id = idOf(one);
    setAdding((now) => new Set(now).add(id));
    await agenda.addRecords([{ ...one.record, label: one.title }]);
    setAdding((now) => new Set([...now].filter((other) => other !== id)));
  };
  const left = data?.minutesLeft ?? 0;
  return (
    <Card>
      <CardHead
        title="Suggested"
        fact={data && found.length > 0 && left > 0 ? `${left} min left` : undefined}
        action={data && found.length > 0 && left <= 0 ? <Badge tone="warn">No time left</Badge> : undefined}
      />
      {error ? <ErrorState error={error} onRetry={() => void refetch()} className="py-4" /> : null}
      {data || error ? null : (
        <CardBody>
          <Loading label="Loading suggestions" className="flex min-h-60 flex-col gap-4">
            <Skeleton className="w-4/5" />
            <Skeleton className="w-3/5" />
            <Skeleton className="w-4/5" />
          </Loading>
        </CardBody>
      )}
      {data && found.length === 0 ? (
        <CardBody className="text-ink-3">Nothing else waits for a decision of this client.</CardBody>
      ) : null}
      <ul className="divide-y divide-line">
        {found.slice(0, all ? undefined : FIRST).map((one) => (
          <li key={idOf(one)} className="flex items-start gap-2 px-3.5 py-2">
            <span className="flex min-w-0 flex-1 flex-col">
              <span className="break-words font-medium">{one.title}</span>
              <span className="text-ink-3 text-meta">
                {kindOf(one.record.type)} · {one.why} · <span className="num whitespace-nowrap">{one.minutes} min</span>
              </span>
              {one.fits || left <= 0 ? null : (
                <Badge tone="warn" className="mt-0.5">
                  Does not fit any more
                </Badge>
              )}
            </span>
            <Button
              size="sm"
              icon={<Plus aria-hidden />}
              aria-label={`Add ${one.title}`}
              busy={adding.has(idOf(one))}
              onClick={() => void add(one)}
            >
              Add
            </Button>
          </li>
        ))}
      </ul>
      {!all && found.length > FIRST ? (
        <div className="border-line border-t px-2 py-1">
          <Button variant="quiet" size="sm" onClick={() => setAll(true)}>
            Show {found.length - FIRST} more
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
