import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { roadmapQuery } from '../../features/portal/queries.ts';
import { RoadmapPage } from '../../features/portal/roadmap-page.tsx';
import { textParam } from '../../lib/search.ts';
import { hrefsOf } from '../hrefs.ts';

export const Route = createFileRoute('/portal/$mspSlug/_app/roadmap')({
  validateSearch: (raw: Record<string, unknown>): { item?: string } => ({ item: textParam(raw, 'item') }),
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(roadmapQuery()),
  component: Roadmap,
});

function Roadmap() {
  const { mspSlug } = Route.useParams();
  const { item } = Route.useSearch();
  const navigate = useNavigate();
  const { data: roadmap } = useSuspenseQuery(roadmapQuery());
  const hrefs = hrefsOf(mspSlug);
  return (
    <RoadmapPage
      roadmap={roadmap}
      openId={item}
      onOpen={(id) => void navigate({ to: '/portal/$mspSlug/roadmap', params: { mspSlug }, search: { item: id } })}
      closeHref={hrefs.roadmap}
      planHref={hrefs.plan}
    />
  );
}
