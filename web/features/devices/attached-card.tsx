import { X } from 'lucide-react';
import { useState } from 'react';
import type { AttachedDevice } from '../../../shared/devices/attached-device.ts';
import { deviceTypeName } from '../../../shared/devices/words.ts';
import { DateText } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, CardHead } from '../../ui/card.tsx';
import { counted } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextLink } from '../../ui/link-button.tsx';

const SHOWN = 8;

interface Props {
  devices: readonly AttachedDevice[];
  deviceHref: (deviceId: string) => string;
  /** Takes a device away; absent for a reader. */
  onDetach?: ((device: AttachedDevice) => void) | undefined;
}

/** The devices of a record of another feature: those that it replaces, and those that it is about. */
export default function AttachedCards({ devices, ...props }: Props) {
  const replaced = devices.filter(({ isReplaced }) => isReplaced);
  const others = devices.filter(({ isReplaced }) => !isReplaced);
  return (
    <>
      {replaced.length > 0 ? <AttachedCard title="Replaces" devices={replaced} {...props} /> : null}
      {others.length > 0 ? <AttachedCard title="Devices" devices={others} {...props} /> : null}
    </>
  );
}

function AttachedCard({ title, devices, deviceHref, onDetach }: Props & { title: string }) {
  const [whole, setWhole] = useState(false);
  const shown = whole ? devices : devices.slice(0, SHOWN);
  return (
    <Card>
      <CardHead title={title} fact={counted(devices.length, 'device')} ruled />
      <ul className="divide-y divide-line">
        {shown.map((device) => (
          <li key={device.deviceId} className="flex min-h-11 items-center gap-3 px-3.5 py-1.5">
            <span className="flex min-w-0 flex-1 flex-col">
              <TextLink href={deviceHref(device.deviceId)} className="truncate">
                {device.name}
              </TextLink>
              <span className="truncate text-ink-3 text-meta">
                {[deviceTypeName(device.type), device.user].filter(Boolean).join(', ')}
              </span>
            </span>
            <Standing {...device} />
            {onDetach ? (
              <IconButton small label={`Take ${device.name} away`} icon={<X />} onClick={() => onDetach(device)} />
            ) : null}
          </li>
        ))}
      </ul>
      {devices.length > shown.length ? (
        <div className="border-line border-t px-3.5 py-2">
          <Button variant="quiet" size="sm" onClick={() => setWhole(true)}>
            {`Show ${devices.length - shown.length} more`}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}

function Standing({ retiredAt, replacementDue, isEstimated }: AttachedDevice) {
  if (retiredAt) return <Badge tone="ok">Retired</Badge>;
  return (
    <span className="shrink-0 text-ink-3 text-meta">
      {replacementDue ? (
        <>
          due <DateText iso={replacementDue} />
          {isEstimated ? ', estimated' : ''}
        </>
      ) : (
        'No date'
      )}
    </span>
  );
}
