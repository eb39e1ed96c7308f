import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { companyQuery } from '../../../features/companies/queries.ts';
import { choiceOf, parseDeviceSearch, peekedOf } from '../../../features/devices/device-search.ts';
import { DevicesPage } from '../../../features/devices/devices-page.tsx';
import { devicesQuery, figuresQuery } from '../../../features/devices/queries.ts';
import { userOfDevice } from '../../device-user.tsx';
import { hrefOf } from '../../navigation.tsx';
import { usePeople } from '../../people.ts';
import { replaceWith } from '../../replace-with.ts';
import { usePlannedAs } from '../../use-planned-as.ts';

export const Route = createFileRoute('/_app/c/$companyId/devices/')({
  validateSearch: parseDeviceSearch,
  loaderDeps: ({ search }) => ({ tab: search.tab, choice: choiceOf(search) }),
  loader: async ({ context: { queryClient }, params: { companyId }, deps: { tab, choice } }) => {
    void queryClient.prefetchQuery(figuresQuery(companyId));
    if (!tab) void queryClient.prefetchInfiniteQuery(devicesQuery(companyId, choice));
    await queryClient.ensureQueryData(companyQuery(companyId));
  },
  component: Devices,
});

function Devices() {
  const { companyId } = Route.useParams();
  const search = Route.useSearch();
  const navigate = useNavigate();
  const router = useRouter();
  const queryClient = useQueryClient();
  const people = usePeople();
  const { data: client } = useSuspenseQuery(companyQuery(companyId));
  const plannedAs = usePlannedAs(peekedOf(search.peek, companyId));
  const replace = useMemo(() => replaceWith(queryClient, router), [queryClient, router]);
  const at = { to: '/c/$companyId/devices', params: { companyId } } as const;
  return (
    <DevicesPage
      key={companyId}
      client={client}
      people={people}
      search={search}
      onSearch={(next, how) => void navigate({ ...at, search: next, replace: how === 'replace' })}
      listHref={(next) => router.buildLocation({ ...at, search: next }).href}
      importHref={hrefOf('devices/import', companyId)}
      replace={replace}
      plannedAs={plannedAs}
      userOf={userOfDevice}
    />
  );
}
