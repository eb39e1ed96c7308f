import { createFileRoute } from '@tanstack/react-router';
import { CONSOLE_GATE } from '../../features/identity/gate.ts';
import { SignInPage } from '../../features/identity/sign-in-page.tsx';
import { textParam } from '../../lib/search.ts';

export const Route = createFileRoute('/sign-in')({
  validateSearch: (raw: Record<string, unknown>): { next?: string } => ({ next: textParam(raw, 'next') }),
  component: SignIn,
});

function SignIn() {
  return <SignInPage gate={CONSOLE_GATE} next={Route.useSearch().next} />;
}
