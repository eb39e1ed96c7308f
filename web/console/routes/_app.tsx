import { createFileRoute, Outlet } from '@tanstack/react-router';
import { LoadError } from '../../lib/route-states.tsx';
import { BarePage } from '../../ui/bare-page.tsx';
import { behindSignIn } from '../behind-sign-in.ts';
import { ConsoleFrame } from '../frame.tsx';
import { ConsoleActions } from '../record-actions.tsx';

/** Everything behind the sign-in that stands in the frame. */
export const Route = createFileRoute('/_app')({
  beforeLoad: behindSignIn,
  errorComponent: (failed) => (
    <BarePage>
      <LoadError {...failed} />
    </BarePage>
  ),
  component: () => (
    <ConsoleFrame>
      <ConsoleActions>
        <Outlet />
      </ConsoleActions>
    </ConsoleFrame>
  ),
});
