import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createFileRoute, useNavigate, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { companyQuery } from '../../../features/companies/queries.ts';
import { AllDevices } from '../../../features/devices/all-devices.tsx';
import { choiceOf, parseDeviceSearch, peekedOf } from '../../../features/devices/device-search.ts';
import { devicesQuery } from '../../../features/devices/queries.ts';
import { useMay } from '../../../lib/session.ts';
import { LinkButton } from '../../../ui/link-button.tsx';
import { useClientName } from '../../client-names.tsx';
import { userOfDevice } from '../../device-user.tsx';
import { hrefOf } from '../../navigation.tsx';
import { usePeople } from '../../people.ts';
import { replaceWith } from '../../replace-with.ts';
import { usePlannedAs } from '../../use-planned-as.ts';

export const Route = createFileRoute('/_app/devices')({
  validateSearch: parseDeviceSearch,
  loaderDeps: ({ search }) => choiceOf(search),
  loader: ({ context: { queryClient }, deps }) => {
    void queryClient.prefetchInfiniteQuery(devicesQuery(undefined, deps));
  },
  component: Everywhere,
});

function Everywhere() {
  const search = Route.useSearch();
  const navigate = useNavigate();
  const router = useRouter();
  const queryClient = useQueryClient();
  const may = useMay();
  const people = usePeople();
  const clientName = useClientName();
  const peeked = peekedOf(search.peek, undefined);
  const { data: client } = useQuery({ ...companyQuery(peeked?.companyId ?? ''), enabled: peeked !== undefined });
  const plannedAs = usePlannedAs(peeked);
  const replace = useMemo(() => replaceWith(queryClient, router), [queryClient, router]);
  return (
    <AllDevices
      clientName={clientName}
      client={client}
      people={people}
      search={search}
      onSearch={(next, how) => void navigate({ to: '/devices', search: next, replace: how === 'replace' })}
      replace={replace}
      plannedAs={plannedAs}
      userOf={userOfDevice}
      start={
        may('integrations:read') ? (
          <LinkButton variant="primary" href={hrefOf('integrations', undefined)}>
            See the integrations
          </LinkButton>
        ) : undefined
      }
    />
  );
}
