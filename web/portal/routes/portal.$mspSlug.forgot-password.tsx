import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { ForgotPasswordPage } from '../../features/identity/forgot-password-page.tsx';
import { portalGate } from '../../features/identity/gate.ts';
import { PortalError } from '../../features/identity/portal-error.tsx';
import { brandQuery } from '../../features/identity/queries.ts';

export const Route = createFileRoute('/portal/$mspSlug/forgot-password')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(brandQuery(params.mspSlug)),
  errorComponent: PortalError,
  component: ForgotPassword,
});

function ForgotPassword() {
  const { data: brand } = useSuspenseQuery(brandQuery(Route.useParams().mspSlug));
  return <ForgotPasswordPage gate={portalGate(brand)} />;
}
