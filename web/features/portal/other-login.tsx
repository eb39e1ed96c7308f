import type { SessionInfo } from '../../lib/session.ts';
import { AuthShell } from '../../ui/auth-shell.tsx';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';

/**
 * Somebody is signed in who has no business in this portal: staff, or a client of another MSP. Says where theirs is, and lets
 * them sign in here instead.
 */
export function OtherLogin({ session, onSignOut }: { session: SessionInfo; onSignOut: () => void }) {
  const { actor, msp, person } = session;
  const staff = actor.kind === 'staff';
  return (
    <AuthShell
      msp={{ name: msp.name, logoUrl: msp.logo || undefined }}
      title={staff ? 'This is the client portal' : 'This portal belongs to another company'}
      lead={
        staff
          ? `You are signed in as staff of ${msp.name}. Your place is the console.`
          : `You are signed in to the portal of ${msp.name}.`
      }
      below={`Signed in as ${person.email}`}
    >
      {/* The console is another app: a target makes the link a page load. */}
      <LinkButton variant="primary" target="_self" href={staff ? '/' : `/portal/${msp.slug}`}>
        {staff ? 'Go to the console' : `Go to ${msp.name}`}
      </LinkButton>
      <Button onClick={onSignOut}>Sign out and use another login</Button>
    </AuthShell>
  );
}
