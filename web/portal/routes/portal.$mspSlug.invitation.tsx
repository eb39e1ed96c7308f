import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useLocation } from '@tanstack/react-router';
import { portalGate } from '../../features/identity/gate.ts';
import { InvitationPage } from '../../features/identity/invitation-page.tsx';
import { PortalError } from '../../features/identity/portal-error.tsx';
import { brandQuery } from '../../features/identity/queries.ts';

export const Route = createFileRoute('/portal/$mspSlug/invitation')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(brandQuery(params.mspSlug)),
  errorComponent: PortalError,
  component: Invitation,
});

function Invitation() {
  const token = useLocation().hash;
  const { data: brand } = useSuspenseQuery(brandQuery(Route.useParams().mspSlug));
  return <InvitationPage key={token} gate={portalGate(brand)} token={token} />;
}
