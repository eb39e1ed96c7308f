import type { ReactNode } from 'react';
import type { DeviceDetail } from '../../../shared/devices/device.ts';
import { DateText, Money } from '../../ui/amount.tsx';
import { Section } from '../../ui/card.tsx';
import { type Fact, FactList } from '../../ui/fact-list.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { LastSeen, OsText, WarrantyText } from './device-columns.tsx';
import { FIELDS, OWNERSHIPS } from './later-text.ts';
import { syncedText } from './synced-text.ts';

type Field = keyof DeviceDetail['synced'];

function Nothing() {
  return <span className="text-ink-3">Unknown</span>;
}

/** What is known of a device; where a person knows better than the sync, both stand there. */
export function DeviceFacts({ device }: { device: DeviceDetail }) {
  const { locale } = useLocale();
  const { synced, integrationId, purchased, warrantyStart, costMinor, currency, ownership } = device;
  const told = (field: Field, value: ReactNode): Fact => ({
    id: field,
    label: FIELDS[field] ?? field,
    value: (
      <>
        {value ?? <Nothing />}
        {field in synced ? (
          <span className="w-full text-ink-3 text-meta">
            {`Entered by hand. The sync says: ${syncedText(field, synced[field], currency, locale)}`}
          </span>
        ) : null}
      </>
    ),
  });
  const date = (iso: string | undefined) => (iso ? <DateText iso={iso} /> : undefined);
  return (
    <Section title="Facts" fact={integrationId ? 'synced' : 'kept by hand'}>
      <FactList
        className="divide-y divide-line border-line border-y"
        facts={[
          told('user', device.user),
          told('site', device.site),
          told('serial', device.serial),
          told(
            'os',
            device.osEnds ? (
              <>
                <OsText row={device} />
                <span className="text-ink-3 text-meta">
                  updates until <DateText iso={device.osEnds} />
                </span>
              </>
            ) : (
              device.os
            ),
          ),
          told('manufacturer', device.manufacturer),
          told('model', device.model),
          told('purchased', date(purchased)),
          told('costMinor', costMinor === undefined ? undefined : <Money minor={costMinor} currency={currency} />),
          told('warrantyStart', date(warrantyStart)),
          told('warrantyEnd', <WarrantyText row={device} />),
          { id: 'ownership', label: FIELDS.ownership, value: OWNERSHIPS[ownership] },
          { id: 'seen', label: 'Last seen', value: <LastSeen row={device} /> },
        ]}
      />
    </Section>
  );
}
