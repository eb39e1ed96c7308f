import type { MembershipChoice } from '../../../shared/identity/membership.ts';
import { client } from '../../lib/api.ts';
import { useSession } from '../../lib/session.ts';
import { Mark } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, CardHead } from '../../ui/card.tsx';
import { CONSOLE_GATE } from './gate.ts';
import { Refusal } from './refusal.tsx';
import { roleWord } from './text.ts';
import { useArrive } from './use-arrive.ts';
import { useAttempt } from './use-attempt.ts';

const nameOf = ({ companyName, mspName }: MembershipChoice) => companyName ?? mspName;

/** What the login belongs to. A session stands for one of them; switching opens another session and ends this one. */
export default function MembershipsTab() {
  const { memberships } = useSession();
  const attempt = useAttempt();
  const arrive = useArrive(CONSOLE_GATE);
  const change = async ({ mspId, companyId }: MembershipChoice) => {
    const to = { mspId, ...(companyId ? { companyId } : {}) };
    const session = await attempt.run(() => client.identity.switchMembership({ to }));
    if (session) arrive(session, undefined, true);
  };
  return (
    <div className="flex flex-col gap-3">
      <Refusal error={attempt.error} />
      <Card>
        <CardHead ruled title="What you belong to" fact="One login, one at a time" />
        <ul className="divide-y divide-line">
          {memberships.map((membership) => (
            <li
              key={`${membership.mspId} ${membership.companyId ?? ''}`}
              className="flex min-h-row2 items-center gap-3 px-3.5 py-2 touch:px-4"
            >
              <Mark name={nameOf(membership)} vendor={membership.kind === 'client'} />
              <div className="flex min-w-0 flex-1 flex-col">
                <span className="truncate font-medium">{nameOf(membership)}</span>
                <span className="truncate text-ink-3 text-meta">
                  {membership.kind === 'client' ? `Client portal of ${membership.mspName}` : 'Console'} ·{' '}
                  {roleWord(membership.kind, membership.role)}
                </span>
              </div>
              {membership.current ? (
                <Badge tone="ok">Now</Badge>
              ) : (
                <Button
                  size="sm"
                  busy={attempt.busy}
                  aria-label={`Switch to ${nameOf(membership)}`}
                  onClick={() => void change(membership)}
                >
                  Switch
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
