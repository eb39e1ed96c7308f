import { useQuery, useQueryClient } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Invitation } from '../../../shared/identity/invitation.ts';
import type { ClientUserListed } from '../../../shared/identity/member.ts';
import { client } from '../../lib/api.ts';
import { useMay } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Card, CardHead } from '../../ui/card.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import { ClientUserTable } from './client-user-table.tsx';
import { InvitationTable, isOpen } from './invitation-table.tsx';
import { clientInvitationsQuery, clientUsersQuery, portalAccessKeys } from './queries.ts';
import { toastedCall } from './toasted-call.ts';
import { useCall } from './use-call.ts';

const InviteClientUserDialog = lazy(() => import('./invite-client-user.tsx'));
const EditClientUserDialog = lazy(() => import('./edit-client-user.tsx'));
const RevokeDialog = lazy(() => import('./revoke-dialog.tsx'));

/** A contact of the client as this feature needs it; the page's route knows them. */
export interface ContactChoice {
  contactId: string;
  name: string;
  email?: string;
}

/** Who of a client signs in to the portal, with which role, and who was invited to. One part of the client's people page. */
export function PortalAccess({
  companyId,
  companyName,
  contacts,
}: {
  companyId: string;
  companyName: string;
  contacts: readonly ContactChoice[];
}) {
  const queryClient = useQueryClient();
  const mayManage = useMay()('people:manage');
  const call = useCall();
  const say = toastedCall(call);
  const [inviting, setInviting] = useState(false);
  const [edited, setEdited] = useState<ClientUserListed>();
  const [revoking, setRevoking] = useState<Invitation>();
  const users = useQuery(clientUsersQuery(companyId));
  const invitations = useQuery({ ...clientInvitationsQuery(companyId), enabled: mayManage });
  const refresh = () => Promise.all(portalAccessKeys().map((queryKey) => queryClient.invalidateQueries({ queryKey })));

  const reactivate = ({ userId, name }: ClientUserListed, v: number) =>
    say(
      () => client.identity.reactivateClientUser({ companyId, userId, v }),
      { title: 'Reactivated', detail: name },
      refresh,
    );
  const deactivate = (row: ClientUserListed) =>
    say(
      () => client.identity.deactivateClientUser({ companyId, userId: row.userId, v: row.v }),
      ({ v }) => ({ title: 'Deactivated', detail: row.name, undo: () => void reactivate(row, v) }),
      refresh,
    );
  const endSessions = ({ userId, name }: ClientUserListed) =>
    say(
      () => client.identity.endClientUserSessions({ companyId, userId }),
      ({ ended }) => ({ title: ended === 1 ? 'Session ended' : `${ended} sessions ended`, detail: name }),
    );
  const resend = ({ invitationId, email }: Invitation) =>
    say(
      () => client.identity.resendClientInvitation({ companyId, invitationId }),
      { title: 'Sent again', detail: `${email}. The link of the mail before is void.` },
      refresh,
    );
  const invite = mayManage ? (
    <Button size="sm" icon={<UserPlus aria-hidden />} onClick={() => setInviting(true)}>
      Invite
    </Button>
  ) : undefined;
  // Whoever accepted stands above; what was revoked is history.
  const asked = invitations.data?.items.filter(isOpen) ?? [];
  return (
    <Card>
      <CardHead ruled title="Portal access" fact="Who signs in to the client portal" action={invite} />
      <ClientUserTable
        rows={users.data?.items ?? []}
        contacts={contacts}
        state={users.isPending ? 'loading' : users.isFetching ? 'stale' : 'ready'}
        actions={
          mayManage
            ? {
                edit: setEdited,
                endSessions: (row) => void endSessions(row),
                deactivate: (row) => void deactivate(row),
                reactivate: (row) => void reactivate(row, row.v),
              }
            : undefined
        }
        instead={
          users.error ? (
            <ErrorState error={users.error} onRetry={() => void users.refetch()} />
          ) : (
            <EmptyState title="Nobody signs in yet" className="py-8">
              Whom you invite reads plans and budgets in the portal, and approves them there.
            </EmptyState>
          )
        }
      />
      {invitations.error ? (
        <ErrorState error={invitations.error} onRetry={() => void invitations.refetch()} />
      ) : asked.length > 0 ? (
        <>
          <h3 className="border-line border-t px-3.5 pt-3 pb-2 font-semibold">
            Invitations <span className="num font-normal text-ink-3 text-meta">{asked.length}</span>
          </h3>
          <InvitationTable
            rows={asked}
            state={invitations.isFetching ? 'stale' : 'ready'}
            instead={null}
            onResend={(invitation) => void resend(invitation)}
            onRevoke={setRevoking}
          />
        </>
      ) : null}
      <Suspense>
        {inviting ? (
          <InviteClientUserDialog
            companyId={companyId}
            companyName={companyName}
            contacts={contacts}
            onClose={() => setInviting(false)}
          />
        ) : null}
        {edited ? (
          <EditClientUserDialog user={edited} contacts={contacts} onClose={() => setEdited(undefined)} />
        ) : null}
        {revoking ? (
          <RevokeDialog
            invitation={revoking}
            onClose={() => setRevoking(undefined)}
            onConfirm={async () => {
              const { invitationId, email } = revoking;
              await call(() => client.identity.revokeClientInvitation({ companyId, invitationId }));
              await refresh();
              toast({ title: 'Revoked', detail: email });
            }}
          />
        ) : null}
      </Suspense>
    </Card>
  );
}
