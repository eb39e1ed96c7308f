import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useLocation } from '@tanstack/react-router';
import { portalGate } from '../../features/identity/gate.ts';
import { PortalError } from '../../features/identity/portal-error.tsx';
import { brandQuery } from '../../features/identity/queries.ts';
import { ResetPasswordPage } from '../../features/identity/reset-password-page.tsx';

export const Route = createFileRoute('/portal/$mspSlug/reset-password')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(brandQuery(params.mspSlug)),
  errorComponent: PortalError,
  component: ResetPassword,
});

function ResetPassword() {
  const token = useLocation().hash;
  const { data: brand } = useSuspenseQuery(brandQuery(Route.useParams().mspSlug));
  return <ResetPasswordPage key={token} gate={portalGate(brand)} token={token} />;
}
