import { createFileRoute } from '@tanstack/react-router';
import { EnrolmentPage } from '../../features/identity/enrolment-page.tsx';
import { CONSOLE_GATE } from '../../features/identity/gate.ts';
import { requireHalf } from '../../features/identity/half-session.ts';
import { textParam } from '../../lib/search.ts';

export const Route = createFileRoute('/set-up-second-factor')({
  validateSearch: (raw: Record<string, unknown>): { next?: string } => ({ next: textParam(raw, 'next') }),
  beforeLoad: ({ context, search }) => requireHalf(context.queryClient, CONSOLE_GATE, 'enrolment', search.next),
  component: SetUpSecondFactor,
});

function SetUpSecondFactor() {
  return <EnrolmentPage gate={CONSOLE_GATE} next={Route.useSearch().next} />;
}
