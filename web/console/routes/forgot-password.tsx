import { createFileRoute } from '@tanstack/react-router';
import { ForgotPasswordPage } from '../../features/identity/forgot-password-page.tsx';
import { CONSOLE_GATE } from '../../features/identity/gate.ts';

export const Route = createFileRoute('/forgot-password')({
  component: () => <ForgotPasswordPage gate={CONSOLE_GATE} />,
});
