import { createFileRoute, useLocation } from '@tanstack/react-router';
import { ConfirmPage } from '../../features/identity/confirm-page.tsx';
import { CONSOLE_GATE } from '../../features/identity/gate.ts';

export const Route = createFileRoute('/confirm')({ component: Confirm });

function Confirm() {
  const token = useLocation().hash;
  return <ConfirmPage key={token} gate={CONSOLE_GATE} token={token} />;
}
