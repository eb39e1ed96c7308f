import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../lib/session.ts';
import { Section } from '../../ui/card.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { counted } from '../../ui/format.ts';
import { TextLink } from '../../ui/link-button.tsx';
import { deviceUserQuery } from './queries.ts';
import { Factor } from './user-columns.tsx';

/** Whose account the user of a device is, on the device's panel. Nothing where Microsoft knows nobody so. Loads on first use. */
export default function DeviceUser({
  companyId,
  deviceId,
  named,
  userHref,
}: {
  companyId: string;
  deviceId: string;
  /** What the device calls its user. */
  named: string;
  userHref: (userKey: string) => string;
}) {
  const may = useMay();
  const { data } = useQuery({ ...deviceUserQuery({ companyId, deviceId }, named), enabled: may('m365:read') });
  const user = data?.user;
  if (!user) return null;
  return (
    <Section title="Microsoft 365 user" fact={data.by === 'name' ? 'found by name' : undefined}>
      <FactList
        className="divide-y divide-line border-line border-y"
        facts={[
          { id: 'name', label: 'Name', value: <TextLink href={userHref(user.userKey)}>{user.name}</TextLink> },
          { id: 'upn', label: 'Sign-in name', value: <span className="min-w-0 break-all">{user.upn}</span> },
          {
            id: 'licences',
            label: 'Licences',
            value:
              user.licences.length > 0 ? (
                counted(user.licences.length, 'licence')
              ) : (
                <span className="text-ink-3">None</span>
              ),
          },
          { id: 'factor', label: 'Second factor', value: <Factor {...user} /> },
        ]}
      />
    </Section>
  );
}
