import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Mail } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import type { Invitation } from '../../../shared/identity/invitation.ts';
import { client } from '../../lib/api.ts';
import { MoreRows } from '../../ui/more-rows.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import { InvitationTable } from './invitation-table.tsx';
import { staffInvitationsQuery, teamKeys } from './queries.ts';
import { useStepUp } from './step-up.tsx';
import { toastedCall } from './toasted-call.ts';

const RevokeDialog = lazy(() => import('./revoke-dialog.tsx'));
const none: Invitation[] = [];

/** Who was asked to join the staff, and what came of it. */
export function StaffInvitations({ invite }: { invite: ReactNode }) {
  const queryClient = useQueryClient();
  const stepUp = useStepUp();
  const say = toastedCall(stepUp.run);
  const [revoking, setRevoking] = useState<Invitation>();
  const query = useInfiniteQuery(staffInvitationsQuery());
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? none, [query.data]);
  const refresh = () => Promise.all(teamKeys().map((queryKey) => queryClient.invalidateQueries({ queryKey })));
  const resend = ({ invitationId, email }: Invitation) =>
    say(
      () => client.identity.resendStaffInvitation({ invitationId }),
      { title: 'Sent again', detail: `${email}. The link of the mail before is void.` },
      refresh,
    );
  return (
    <div className="overflow-hidden rounded-card border border-line bg-surface">
      <InvitationTable
        rows={rows}
        state={query.isPending ? 'loading' : query.isFetching ? 'stale' : 'ready'}
        onResend={(invitation) => void resend(invitation)}
        onRevoke={setRevoking}
        instead={
          query.error ? (
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <EmptyState icon={<Mail aria-hidden />} title="Nobody was invited yet" action={invite}>
              Whom you invite stands here until the mailed link is used.
            </EmptyState>
          )
        }
      />
      <MoreRows query={query} />
      <Suspense>
        {revoking ? (
          <RevokeDialog
            invitation={revoking}
            onClose={() => setRevoking(undefined)}
            onConfirm={async () => {
              await stepUp.run(() => client.identity.revokeStaffInvitation({ invitationId: revoking.invitationId }));
              await refresh();
              toast({ title: 'Revoked', detail: revoking.email });
            }}
          />
        ) : null}
      </Suspense>
      {stepUp.dialog}
    </div>
  );
}
