import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { dateIn } from '../../../shared/kernel/calendar.ts';
import { companyQuery } from '../../features/companies/queries.ts';
import { SessionWatch } from '../../features/identity/session-watch.tsx';
import { ClientView } from '../../features/meetings/live/client-view.tsx';
import { LivePage } from '../../features/meetings/live/live-page.tsx';
import { meetingQuery } from '../../features/meetings/queries.ts';
import { LoadError } from '../../lib/route-states.tsx';
import { wordParam } from '../../lib/search.ts';
import { useMay, useSession } from '../../lib/session.ts';
import { BarePage } from '../../ui/bare-page.tsx';
import { useNow } from '../../ui/locale.tsx';
import { behindSignIn } from '../behind-sign-in.ts';
import { meetingKnowledge } from '../meeting-know.tsx';
import { useMeetingRecords, useRefreshRecords } from '../meeting-records.ts';
import { hrefOf } from '../navigation.tsx';

/** Full screen: nothing of the console stands around it. The client's window asks for no record of the meeting at all. */
export const Route = createFileRoute('/c/$companyId/meetings/$meetingId/live')({
  beforeLoad: behindSignIn,
  validateSearch: (raw: Record<string, unknown>): { view?: 'client' } => ({ view: wordParam(raw, 'view', ['client']) }),
  loaderDeps: ({ search: { view } }) => ({ view }),
  loader: async ({ context: { queryClient }, params, deps: { view } }) => {
    if (view === 'client') return;
    await Promise.all([
      queryClient.ensureQueryData(meetingQuery(params)),
      queryClient.ensureQueryData(companyQuery(params.companyId)),
    ]);
  },
  errorComponent: (failed) => (
    <BarePage>
      <LoadError {...failed} />
    </BarePage>
  ),
  component: Live,
});

function Live() {
  const { view } = Route.useSearch();
  const { msp } = useSession();
  const brand = { name: msp.name, ...(msp.logo ? { logoUrl: msp.logo } : {}) };
  const one = Route.useParams();
  return (
    <>
      <SessionWatch signInHref="/sign-in" />
      {view === 'client' ? (
        <ClientView one={one} msp={brand} />
      ) : (
        <Presenter key={one.meetingId} one={one} msp={brand} />
      )}
    </>
  );
}

function Presenter({
  one,
  msp,
}: {
  one: { companyId: string; meetingId: string };
  msp: { name: string; logoUrl?: string };
}) {
  const { companyId, meetingId } = one;
  const navigate = useNavigate();
  const may = useMay();
  const now = useNow();
  const { actor } = useSession();
  const { data: company } = useSuspenseQuery(companyQuery(companyId));
  const { data: meeting } = useQuery(meetingQuery(one));
  const records = useMeetingRecords(companyId, meeting?.items ?? []);
  const refresh = useRefreshRecords();
  const href = hrefOf(`meetings/${meetingId}`, companyId);
  return (
    <LivePage
      one={one}
      userId={actor.userId}
      mayHold={may('meetings:hold')}
      minutesHref={`${href}/minutes`}
      onSaid={refresh}
      onOver={() => void navigate({ to: '/c/$companyId/meetings/$meetingId/minutes', params: one, replace: true })}
      around={{
        companyName: company.name,
        fiscalYearStart: company.fiscalYearStart,
        today: dateIn(company.timeZone, now),
        msp,
        know: (item) => meetingKnowledge(item, records),
        openLines: (budgetId) => {
          const budget = records.budgets.get(budgetId);
          return budget?.lines
            .filter(({ status }) => status === 'pending')
            .map(({ budgetLineId, label, amountMinor }) => ({
              budgetLineId,
              label,
              minor: amountMinor,
              currency: budget.currency,
            }));
        },
        titleOf: (budgetId) => records.budgets.get(budgetId)?.title,
        href,
        clientHref: `${href}/live?view=client`,
      }}
    />
  );
}
