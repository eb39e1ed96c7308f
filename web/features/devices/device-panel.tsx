import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { DeviceDetail } from '../../../shared/devices/device.ts';
import { deviceTypeName } from '../../../shared/devices/words.ts';
import { DateText, Money } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Section } from '../../ui/card.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { counted } from '../../ui/format.ts';
import { TextLink } from '../../ui/link-button.tsx';
import { NoteBlock } from '../../ui/note-block.tsx';
import { RecordButtons } from '../../ui/record-buttons.tsx';
import { Discussion, Files, WhereUsed } from '../../ui/record-panels.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import type { DeviceClient, PlannedAs, ReplaceDevices } from './device-client.ts';
import { DeviceFacts } from './device-facts.tsx';
import { DeviceFooter } from './device-footer.tsx';
import { DeviceHistory } from './device-history.tsx';
import { DeviceIcon } from './device-icon.tsx';
import { deviceRef } from './device-ref.ts';
import { WARRANTIES } from './later-text.ts';
import { deviceQuery } from './queries.ts';
import { HEALTHS, LIFECYCLES } from './states.ts';
import { makeOf } from './text.ts';

export interface DevicePanelProps {
  companyId: string;
  deviceId: string;
  client?: DeviceClient;
  clientName?: ReactNode;
  people: ReadonlyMap<string, string>;
  replace: ReplaceDevices;
  plannedAs: PlannedAs;
  /** What another feature knows of who uses it. */
  userOf: (device: DeviceDetail) => ReactNode;
  place?: { at: number; of: number };
  onPrevious?: () => void;
  onNext?: () => void;
  onClose: () => void;
}

/** One device beside its list: where it stands in its life, what is known of it, where it is used, what happened. */
export default function DevicePanel(props: DevicePanelProps) {
  const { companyId, deviceId, place, onPrevious, onNext, onClose } = props;
  const { data: device, error, refetch } = useQuery(deviceQuery({ companyId, deviceId }));
  return (
    <SidePanel
      label={device?.name ?? 'Device'}
      place={place}
      onPrevious={onPrevious}
      onNext={onNext}
      onClose={onClose}
      footer={device ? <DeviceFooter {...props} device={device} /> : undefined}
    >
      {device ? (
        <Loaded {...props} device={device} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <CardSkeleton label="Loading the device" rows={10} bare />
      )}
    </SidePanel>
  );
}

function Loaded({ device, clientName, people, plannedAs, userOf }: DevicePanelProps & { device: DeviceDetail }) {
  const { name, type, health, lifecycle, warranty, retiredAt, note } = device;
  const make = [deviceTypeName(type), makeOf(device)].filter(Boolean).join(', ');
  return (
    <>
      <div className="flex flex-col gap-1.5">
        <h2 className="flex items-center gap-2 font-semibold text-15 [&_svg]:size-4.5 [&_svg]:text-ink-2">
          <DeviceIcon type={type} />
          <span className="min-w-0 break-words">{name}</span>
        </h2>
        <p className="text-ink-2">
          {make}
          {clientName ? <>, {clientName}</> : null}
        </p>
        <span className="flex flex-wrap items-center gap-1.5">
          {retiredAt ? (
            <Badge tone="idle">
              <span>
                Retired <DateText iso={retiredAt} />
              </span>
            </Badge>
          ) : (
            <>
              <Badge tone={HEALTHS[health].tone}>{`Health: ${HEALTHS[health].word.toLowerCase()}`}</Badge>
              <Badge tone={LIFECYCLES[lifecycle].tone}>{LIFECYCLES[lifecycle].word}</Badge>
              <Badge tone={WARRANTIES[warranty].tone}>{WARRANTIES[warranty].word}</Badge>
            </>
          )}
        </span>
        <RecordButtons record={deviceRef(device)} />
      </div>
      <Replacement device={device} plannedAs={plannedAs} />
      <DeviceFacts device={device} />
      {userOf(device)}
      {note ? (
        <div className="flex shrink-0 overflow-hidden rounded-card border border-line">
          <NoteBlock audience="private" title="Note" alone>
            <p className="whitespace-pre-wrap">{note}</p>
          </NoteBlock>
        </div>
      ) : null}
      <WhereUsed record={{ kind: 'device', id: device.deviceId, companyId: device.companyId }} frame="section" />
      <Files record={{ kind: 'device', id: device.deviceId, companyId: device.companyId }} frame="section" />
      <Discussion record={{ kind: 'device', id: device.deviceId, companyId: device.companyId }} frame="section" />
      <DeviceHistory companyId={device.companyId} deviceId={device.deviceId} people={people} />
    </>
  );
}

function Replacement({
  device: { replacementDue, isEstimated, replacementMinor, currency, ageYears, retiredAt },
  plannedAs,
}: {
  device: DeviceDetail;
  plannedAs: PlannedAs;
}) {
  if (retiredAt && !plannedAs) return null;
  return (
    <Section title="Replacement">
      <FactList
        className="divide-y divide-line border-line border-y"
        facts={[
          {
            id: 'due',
            label: 'Due',
            value: replacementDue ? (
              <>
                <DateText iso={replacementDue} />
                {isEstimated ? (
                  <span className="text-ink-3 text-meta">estimated from when it was first seen</span>
                ) : null}
              </>
            ) : (
              <span className="text-ink-3">No date</span>
            ),
          },
          {
            id: 'age',
            label: 'In use',
            value:
              ageYears === undefined ? (
                <span className="text-ink-3">Age unknown</span>
              ) : ageYears === 0 ? (
                'Less than a year'
              ) : (
                counted(ageYears, 'year')
              ),
          },
          {
            id: 'price',
            label: 'Price by policy',
            value:
              replacementMinor > 0 ? (
                <>
                  <Money minor={replacementMinor} currency={currency} />
                  <span className="text-ink-3 text-meta">estimate, not a quote</span>
                </>
              ) : (
                <span className="text-ink-3">No price</span>
              ),
          },
          {
            id: 'item',
            label: 'Planned as',
            value: plannedAs ? (
              <TextLink href={plannedAs.href}>{plannedAs.title}</TextLink>
            ) : (
              <span className="text-ink-3">{plannedAs === null ? 'Not planned' : '…'}</span>
            ),
          },
        ]}
      />
    </Section>
  );
}
