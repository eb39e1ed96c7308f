import { useQuery } from '@tanstack/react-query';
import { deviceTypeName } from '../../../shared/devices/words.ts';
import type { M365UserRow } from '../../../shared/m365/user.ts';
import { useMay } from '../../lib/session.ts';
import { DateText, Money } from '../../ui/amount.tsx';
import { Badge, Tag } from '../../ui/badge.tsx';
import { Section } from '../../ui/card.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { PANEL_OVER_PAGE } from './panel-over-page.ts';
import { userDevicesQuery, userQuery } from './queries.ts';
import { Factor, LastSeen } from './user-columns.tsx';

/** One account beside the list: who it is, what it holds, and the devices that it works with. Loads on first use. */
export default function UserPanel({
  companyId,
  userKey,
  currency,
  deviceHref,
  onClose,
}: {
  companyId: string;
  userKey: string;
  currency: string;
  deviceHref: (deviceId: string) => string;
  onClose: () => void;
}) {
  const may = useMay();
  const { data: user, error, refetch } = useQuery(userQuery({ companyId, userKey }));
  return (
    <SidePanel label={user?.name ?? 'User'} onClose={onClose} className={PANEL_OVER_PAGE}>
      {user ? (
        <>
          <header className="flex flex-col gap-1.5">
            <h2 className="font-semibold text-15">{user.name}</h2>
            <p className="min-w-0 break-all text-ink-2">{user.upn}</p>
            <span className="flex flex-wrap items-center gap-1.5">
              <Badge tone={user.enabled ? 'ok' : 'idle'}>{user.enabled ? 'Enabled' : 'Disabled'}</Badge>
              {user.kind === 'guest' ? <Tag tone="idle">Guest</Tag> : null}
            </span>
          </header>
          <Account user={user} currency={currency} />
          {may('devices:read') ? <Devices {...{ companyId, userKey, deviceHref }} /> : null}
        </>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <CardSkeleton label="Loading the user" rows={8} bare />
      )}
    </SidePanel>
  );
}

const unknown = (words: string) => <span className="text-ink-3">{words}</span>;

function Account({ user, currency }: { user: M365UserRow; currency: string }) {
  const { mail, title, department, office, created, licences, monthlyMinor } = user;
  const work = [title, department, office].filter(Boolean).join(', ');
  return (
    <Section title="Account">
      <FactList
        className="divide-y divide-line border-line border-y"
        facts={[
          ...(mail ? [{ id: 'mail', label: 'Address', value: mail }] : []),
          { id: 'work', label: 'Work', value: work || unknown('Not said') },
          {
            id: 'licences',
            label: 'Licences',
            value: licences.length > 0 ? licences.map(({ name }) => name).join(', ') : unknown('None'),
          },
          ...(licences.length > 0
            ? [{ id: 'cost', label: 'Cost a month', value: <Money minor={monthlyMinor} currency={currency} /> }]
            : []),
          { id: 'seen', label: 'Last sign-in', value: <LastSeen {...user} /> },
          { id: 'factor', label: 'Second factor', value: <Factor {...user} /> },
          { id: 'created', label: 'Created', value: created ? <DateText iso={created} /> : unknown('Not said') },
        ]}
      />
    </Section>
  );
}

function Devices({
  companyId,
  userKey,
  deviceHref,
}: {
  companyId: string;
  userKey: string;
  deviceHref: (deviceId: string) => string;
}) {
  const { data, error, refetch } = useQuery(userDevicesQuery({ companyId, userKey }));
  return (
    <Section title="Devices">
      {data ? (
        data.items.length > 0 ? (
          <ul className="flex flex-col divide-y divide-line border-line border-y">
            {data.items.map(({ deviceId, name, type, model }) => (
              <li key={deviceId} className="flex flex-wrap items-center gap-x-2 py-1.5">
                <TextLink href={deviceHref(deviceId)}>{name}</TextLink>
                <span className="text-ink-3 text-meta">{[deviceTypeName(type), model].filter(Boolean).join(', ')}</span>
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-ink-3">No device in use names this account as its user.</p>
        )
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <CardSkeleton label="Loading the devices" rows={2} bare />
      )}
    </Section>
  );
}
