import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { portalGate } from '../../features/identity/gate.ts';
import { requireHalf } from '../../features/identity/half-session.ts';
import { PortalError } from '../../features/identity/portal-error.tsx';
import { brandQuery } from '../../features/identity/queries.ts';
import { SecondFactorPage } from '../../features/identity/second-factor-page.tsx';
import { textParam } from '../../lib/search.ts';

export const Route = createFileRoute('/portal/$mspSlug/second-factor')({
  validateSearch: (raw: Record<string, unknown>): { next?: string } => ({ next: textParam(raw, 'next') }),
  beforeLoad: ({ context, params, search }) =>
    requireHalf(context.queryClient, { slug: params.mspSlug }, 'second-factor', search.next),
  loader: ({ context, params }) => context.queryClient.ensureQueryData(brandQuery(params.mspSlug)),
  errorComponent: PortalError,
  component: SecondFactor,
});

function SecondFactor() {
  const { data: brand } = useSuspenseQuery(brandQuery(Route.useParams().mspSlug));
  return <SecondFactorPage gate={portalGate(brand)} next={Route.useSearch().next} />;
}
