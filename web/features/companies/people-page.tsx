import { useQuery, useQueryClient } from '@tanstack/react-query';
import { FileUp, Plus } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Contact } from '../../../shared/companies/contact.ts';
import type { Location } from '../../../shared/companies/location.ts';
import { CONTACT_ROLES } from '../../../shared/companies/words.ts';
import { client } from '../../lib/api.ts';
import { useMay } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Card, CardHead } from '../../ui/card.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import type { MenuGroup } from '../../ui/menu-button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Pager } from '../../ui/pager.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table-model.ts';
import { tell } from '../../ui/tell.ts';
import { toast } from '../../ui/toast.tsx';
import { useTrail } from '../../ui/use-trail.ts';
import { CONTACTS_SHOWN, companiesKey, companyQuery, contactsQuery, locationsQuery } from './queries.ts';

const PersonForm = lazy(() => import('./person-form.tsx'));
const PlaceForm = lazy(() => import('./place-form.tsx'));

const none = <span className="text-ink-3">None</span>;
const contactColumns: Column<Contact>[] = [
  { id: 'name', header: 'Name', width: 'minmax(10rem,2fr)', cell: (row) => row.name },
  { id: 'title', header: 'Job title', width: 'minmax(8rem,2fr)', phone: 'meta', cell: (row) => row.title || none },
  {
    id: 'roles',
    header: 'Role here',
    width: 'minmax(8rem,2fr)',
    phone: 'meta',
    cell: (row) => row.roles.map((role) => CONTACT_ROLES[role]).join(', ') || none,
  },
  { id: 'email', header: 'Email', width: 'minmax(10rem,2fr)', phone: 'hidden', cell: (row) => row.email ?? none },
  {
    id: 'phone',
    header: 'Phone',
    width: '9rem',
    phone: 'hidden',
    cell: (row) => (row.phone ? <span className="num">{row.phone}</span> : none),
  },
];
const locationColumns: Column<Location>[] = [
  { id: 'name', header: 'Name', width: 'minmax(10rem,1fr)', cell: (row) => row.name },
  { id: 'address', header: 'Address', width: 'minmax(12rem,3fr)', phone: 'meta', cell: (row) => row.address || none },
  {
    id: 'phone',
    header: 'Phone',
    width: '9rem',
    phone: 'hidden',
    cell: (row) => (row.phone ? <span className="num">{row.phone}</span> : none),
  },
];
const contactId = (row: Contact) => row.contactId;
const locationId = (row: Location) => row.locationId;
const nameOf = (row: { name: string }) => row.name;

/** People and sites of a client. `access` is who may sign in to the portal; identity owns that part. */
export function PeoplePage({
  companyId,
  importHref,
  access,
}: {
  companyId: string;
  importHref: string;
  access: ReactNode;
}) {
  const may = useMay();
  const queryClient = useQueryClient();
  const [form, setForm] = useState<{ contact?: Contact | 'new'; location?: Location | 'new' }>({});
  const { data: company } = useQuery(companyQuery(companyId));
  const [cursor, setCursor] = useState<string>();
  const contacts = useQuery(contactsQuery(companyId, cursor));
  const trail = useTrail({ cursor, next: contacts.data?.cursor, size: CONTACTS_SHOWN, show: setCursor });
  const paged = trail.onNewer || trail.onOlder;
  const locations = useQuery(locationsQuery(companyId));
  const canEdit = may('companies:write');

  const removed = async (name: string, work: () => Promise<unknown>, undo: () => Promise<unknown>) => {
    try {
      await work();
      await queryClient.invalidateQueries({ queryKey: companiesKey() });
      const restore = async () => {
        await undo();
        await queryClient.invalidateQueries({ queryKey: companiesKey() });
      };
      toast({ title: `${name} removed`, undo: () => void restore() });
    } catch (error) {
      tell(error);
    }
  };
  const contactMenu = (contact: Contact): MenuGroup[] => {
    const { contactId: id, v, name, email, phone, title, roles } = contact;
    const again = () => client.companies.createContact({ companyId, name, email, phone, title, roles });
    return [
      {
        id: 'contact',
        items: [
          { id: 'edit', label: 'Edit', onSelect: () => setForm({ contact }) },
          {
            id: 'remove',
            label: 'Remove',
            danger: true,
            onSelect: () =>
              void removed(name, () => client.companies.removeContact({ companyId, contactId: id, v }), again),
          },
        ],
      },
    ];
  };
  const locationMenu = (location: Location): MenuGroup[] => {
    const { locationId: id, v, name, address, phone } = location;
    const again = () => client.companies.createLocation({ companyId, name, address, phone });
    return [
      {
        id: 'location',
        items: [
          { id: 'edit', label: 'Edit', onSelect: () => setForm({ location }) },
          {
            id: 'remove',
            label: 'Remove',
            danger: true,
            onSelect: () =>
              void removed(name, () => client.companies.removeLocation({ companyId, locationId: id, v }), again),
          },
        ],
      },
    ];
  };
  const add = (label: string, next: typeof form) =>
    canEdit ? (
      <Button size="sm" icon={<Plus aria-hidden />} onClick={() => setForm(next)}>
        {label}
      </Button>
    ) : undefined;

  return (
    <div className="flex flex-col gap-4">
      <PageHead
        crumbs={[{ label: company?.name ?? 'Client', href: `/c/${companyId}` }]}
        title="People and places"
        actions={
          canEdit && company?.status !== 'archived' ? (
            <LinkButton icon={<FileUp aria-hidden />} href={importHref}>
              Import contacts
            </LinkButton>
          ) : undefined
        }
      />
      <Card>
        <CardHead
          title="Contacts"
          fact={contacts.data && !paged ? String(contacts.data.items.length) : undefined}
          action={add('Add contact', { contact: 'new' })}
          ruled
        />
        <DataTable
          label="Contacts"
          frame="card"
          columns={contactColumns}
          rows={contacts.data?.items ?? []}
          rowId={contactId}
          rowName={nameOf}
          rowMenu={canEdit ? contactMenu : undefined}
          state={contacts.isPending ? 'loading' : 'ready'}
          instead={
            contacts.error ? (
              <ErrorState error={contacts.error} onRetry={() => void contacts.refetch()} />
            ) : contacts.data?.items.length === 0 ? (
              <EmptyState title="No contact yet">
                Who decides, who approves, who pays: reviews are aimed at them.
              </EmptyState>
            ) : undefined
          }
        />
        {contacts.data && paged ? (
          <Pager
            label="Pages of contacts"
            from={trail.from + 1}
            to={trail.from + contacts.data.items.length}
            newer="Before"
            older="Next"
            onNewer={trail.onNewer}
            onOlder={trail.onOlder}
          />
        ) : null}
      </Card>
      {access}
      <Card>
        <CardHead
          title="Locations"
          fact={locations.data ? String(locations.data.items.length) : undefined}
          action={add('Add location', { location: 'new' })}
          ruled
        />
        <DataTable
          label="Locations"
          frame="card"
          columns={locationColumns}
          rows={locations.data?.items ?? []}
          rowId={locationId}
          rowName={nameOf}
          rowMenu={canEdit ? locationMenu : undefined}
          state={locations.isPending ? 'loading' : 'ready'}
          instead={
            locations.error ? (
              <ErrorState error={locations.error} onRetry={() => void locations.refetch()} />
            ) : locations.data?.items.length === 0 ? (
              <EmptyState title="No location yet">Sites that devices, visits and projects belong to.</EmptyState>
            ) : undefined
          }
        />
      </Card>
      <Suspense>
        {form.contact ? (
          <PersonForm
            companyId={companyId}
            contact={form.contact === 'new' ? undefined : form.contact}
            onClose={() => setForm({})}
          />
        ) : null}
        {form.location ? (
          <PlaceForm
            companyId={companyId}
            location={form.location === 'new' ? undefined : form.location}
            onClose={() => setForm({})}
          />
        ) : null}
      </Suspense>
    </div>
  );
}
