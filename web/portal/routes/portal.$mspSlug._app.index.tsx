import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { HomePage } from '../../features/portal/home-page.tsx';
import { homeQuery } from '../../features/portal/queries.ts';
import { useSession } from '../../lib/session.ts';
import { hrefsOf } from '../hrefs.ts';

export const Route = createFileRoute('/portal/$mspSlug/_app/')({
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(homeQuery()),
  component: Home,
});

function Home() {
  const { mspSlug } = Route.useParams();
  const { person } = useSession();
  const { data: home } = useSuspenseQuery(homeQuery());
  return <HomePage personName={person.name} home={home} hrefs={hrefsOf(mspSlug)} />;
}
