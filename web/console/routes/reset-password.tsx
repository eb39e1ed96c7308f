import { createFileRoute, useLocation } from '@tanstack/react-router';
import { CONSOLE_GATE } from '../../features/identity/gate.ts';
import { ResetPasswordPage } from '../../features/identity/reset-password-page.tsx';

export const Route = createFileRoute('/reset-password')({ component: ResetPassword });

function ResetPassword() {
  const token = useLocation().hash;
  return <ResetPasswordPage key={token} gate={CONSOLE_GATE} token={token} />;
}
