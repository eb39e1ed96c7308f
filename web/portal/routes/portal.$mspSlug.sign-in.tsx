import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { portalGate } from '../../features/identity/gate.ts';
import { PortalError } from '../../features/identity/portal-error.tsx';
import { brandQuery } from '../../features/identity/queries.ts';
import { SignInPage } from '../../features/identity/sign-in-page.tsx';
import { textParam } from '../../lib/search.ts';

export const Route = createFileRoute('/portal/$mspSlug/sign-in')({
  validateSearch: (raw: Record<string, unknown>): { next?: string } => ({ next: textParam(raw, 'next') }),
  loader: ({ context, params }) => context.queryClient.ensureQueryData(brandQuery(params.mspSlug)),
  errorComponent: PortalError,
  component: SignIn,
});

function SignIn() {
  const { data: brand } = useSuspenseQuery(brandQuery(Route.useParams().mspSlug));
  return <SignInPage gate={portalGate(brand)} next={Route.useSearch().next} />;
}
