import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { EnrolmentPage } from '../../features/identity/enrolment-page.tsx';
import { portalGate } from '../../features/identity/gate.ts';
import { requireHalf } from '../../features/identity/half-session.ts';
import { PortalError } from '../../features/identity/portal-error.tsx';
import { brandQuery } from '../../features/identity/queries.ts';
import { textParam } from '../../lib/search.ts';

export const Route = createFileRoute('/portal/$mspSlug/set-up-second-factor')({
  validateSearch: (raw: Record<string, unknown>): { next?: string } => ({ next: textParam(raw, 'next') }),
  beforeLoad: ({ context, params, search }) =>
    requireHalf(context.queryClient, { slug: params.mspSlug }, 'enrolment', search.next),
  loader: ({ context, params }) => context.queryClient.ensureQueryData(brandQuery(params.mspSlug)),
  errorComponent: PortalError,
  component: SetUpSecondFactor,
});

function SetUpSecondFactor() {
  const { data: brand } = useSuspenseQuery(brandQuery(Route.useParams().mspSlug));
  return <EnrolmentPage gate={portalGate(brand)} next={Route.useSearch().next} />;
}
