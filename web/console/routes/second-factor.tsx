import { createFileRoute } from '@tanstack/react-router';
import { CONSOLE_GATE } from '../../features/identity/gate.ts';
import { requireHalf } from '../../features/identity/half-session.ts';
import { SecondFactorPage } from '../../features/identity/second-factor-page.tsx';
import { textParam } from '../../lib/search.ts';

export const Route = createFileRoute('/second-factor')({
  validateSearch: (raw: Record<string, unknown>): { next?: string } => ({ next: textParam(raw, 'next') }),
  beforeLoad: ({ context, search }) => requireHalf(context.queryClient, CONSOLE_GATE, 'second-factor', search.next),
  component: SecondFactor,
});

function SecondFactor() {
  return <SecondFactorPage gate={CONSOLE_GATE} next={Route.useSearch().next} />;
}
