import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Monitor, Smartphone } from 'lucide-react';
import type { OwnSession } from '../../../shared/identity/session.ts';
import { client } from '../../lib/api.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, CardHead } from '../../ui/card.tsx';
import { formatDate, formatRelative } from '../../ui/format.ts';
import { useLocale, useNow } from '../../ui/locale.tsx';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import { deviceOf, isHandheld } from './device-of.ts';
import { ownSessionsQuery } from './queries.ts';
import { Refusal } from './refusal.tsx';
import { useAttempt } from './use-attempt.ts';

/** Where the person is signed in, and the way to end it there: no question asked, because signing in again is the way back. */
export default function SessionsTab() {
  const queryClient = useQueryClient();
  const attempt = useAttempt();
  const { data, error, refetch } = useQuery(ownSessionsQuery());
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <CardSkeleton label="Loading your sessions" rows={4} />;

  const others = data.items.filter(({ current }) => !current).length;
  const end = async (work: () => Promise<{ ended: number }>) => {
    const done = await attempt.run(work);
    if (!done) return;
    await queryClient.invalidateQueries({ queryKey: ownSessionsQuery().queryKey });
    toast({ title: done.ended === 1 ? 'Session ended' : `${done.ended} sessions ended` });
  };
  return (
    <div className="flex flex-col gap-3">
      <Refusal error={attempt.error} />
      <Card>
        <CardHead
          ruled
          title="Where you are signed in"
          fact={data.items.length}
          action={
            others > 0 ? (
              <Button
                size="sm"
                busy={attempt.busy}
                onClick={() => void end(() => client.identity.endOtherSessions(undefined))}
              >
                End all others
              </Button>
            ) : undefined
          }
        />
        <ul className="divide-y divide-line">
          {data.items.map((session) => (
            <SessionLine
              key={session.sessionId}
              session={session}
              onEnd={() => void end(() => client.identity.endOwnSession({ sessionId: session.sessionId }))}
            />
          ))}
        </ul>
      </Card>
      <p className="text-ink-3 text-meta">
        A session ends by itself 24 hours after signing in, or after 8 hours without use. Do not know one of them? End
        it and change your password.
      </p>
    </div>
  );
}

function SessionLine({ session, onEnd }: { session: OwnSession; onEnd: () => void }) {
  const { locale, timeZone } = useLocale();
  const now = useNow();
  const { userAgent, ip, createdAt, expiresAt, current, state } = session;
  const Icon = isHandheld(userAgent) ? Smartphone : Monitor;
  const device = deviceOf(userAgent);
  const since = formatRelative(createdAt, now, locale, timeZone);
  const ends = formatDate(expiresAt, locale, timeZone, { year: false, time: true });
  return (
    <li className="flex min-h-row2 items-center gap-3 px-3.5 py-2 touch:px-4">
      <Icon aria-hidden className="size-4 shrink-0 text-ink-2" />
      <div className="flex min-w-0 flex-1 flex-col">
        <span className="flex flex-wrap items-center gap-x-2 font-medium">
          {device}
          {current ? <Badge tone="ok">This session</Badge> : null}
          {state === 'half' ? <Badge tone="warn">Second factor not given</Badge> : null}
        </span>
        <span className="num text-ink-3 text-meta">
          {ip ? `${ip} · ` : ''}signed in {since} · ends {ends}
        </span>
      </div>
      {current ? null : (
        <Button size="sm" aria-label={`End the session of ${device}`} onClick={onEnd}>
          End
        </Button>
      )}
    </li>
  );
}
