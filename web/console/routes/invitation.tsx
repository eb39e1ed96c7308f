import { createFileRoute, useLocation } from '@tanstack/react-router';
import { CONSOLE_GATE } from '../../features/identity/gate.ts';
import { InvitationPage } from '../../features/identity/invitation-page.tsx';

export const Route = createFileRoute('/invitation')({ component: Invitation });

function Invitation() {
  const token = useLocation().hash;
  return <InvitationPage key={token} gate={CONSOLE_GATE} token={token} />;
}
