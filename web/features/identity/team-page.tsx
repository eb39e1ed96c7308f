import { UserPlus } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useMay } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import type { Clients } from '../../ui/clients-field.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { StaffInvitations } from './staff-invitations.tsx';
import { StaffList } from './staff-list.tsx';

const InviteStaffDialog = lazy(() => import('./invite-staff.tsx'));

export interface TeamSearch {
  tab?: 'invitations';
  /** Deactivated people in place of those who work here now. */
  status?: 'inactive';
  new?: true;
  edit?: string;
}

/** Who works here, with which role and for which clients, and who has been asked to. */
export function TeamPage({
  search,
  onSearch,
  clients,
}: {
  search: TeamSearch;
  onSearch: (next: TeamSearch) => void;
  clients: Clients;
}) {
  const manages = useMay()('staff:manage');
  const list = <StaffList search={search} onSearch={onSearch} clients={clients} />;
  const invite = manages ? (
    <Button variant="primary" icon={<UserPlus aria-hidden />} onClick={() => onSearch({ ...search, new: true })}>
      Invite
    </Button>
  ) : undefined;
  return (
    <div className="flex flex-col gap-3">
      <PageHead title="Team" fact="Everybody of your MSP who signs in here" primary={invite} />
      {manages ? (
        <Tabs
          label="Parts of the team"
          tabs={[
            { value: 'people', label: 'People', panel: list },
            { value: 'invitations', label: 'Invitations', panel: <StaffInvitations invite={invite} /> },
          ]}
          value={search.tab ?? 'people'}
          onChange={(tab) => onSearch(tab === 'people' ? {} : { tab })}
        />
      ) : (
        list
      )}
      <Suspense>
        {search.new && manages ? (
          <InviteStaffDialog clients={clients} onClose={() => onSearch({ ...search, new: undefined })} />
        ) : null}
      </Suspense>
    </div>
  );
}
