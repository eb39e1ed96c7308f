import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { deviceTypeName } from '../../../shared/devices/words.ts';
import { DateText } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, CardHead } from '../../ui/card.tsx';
import { counted } from '../../ui/format.ts';
import { TextLink } from '../../ui/link-button.tsx';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { itemDevicesQuery } from './queries.ts';

const SHOWN = 8;

/** The devices that the item replaces, each with the day on which it falls due. */
export function ReplacedCard({
  companyId,
  plannerItemId,
  deviceHref,
}: {
  companyId: string;
  plannerItemId: string;
  deviceHref: (deviceId: string) => string;
}) {
  const [whole, setWhole] = useState(false);
  const { data, error, refetch } = useQuery(itemDevicesQuery({ companyId, plannerItemId }));
  if (!data && !error) return <CardSkeleton label="Loading the devices" rows={4} />;
  const devices = data?.items ?? [];
  const shown = whole ? devices : devices.slice(0, SHOWN);
  return (
    <Card>
      <CardHead title="Replaces" fact={data ? counted(devices.length, 'device') : undefined} ruled />
      {error ? <ErrorState error={error} onRetry={() => void refetch()} className="py-4" /> : null}
      <ul className="divide-y divide-line">
        {shown.map(({ deviceId, name, type, user, replacementDue, isEstimated, retiredAt }) => (
          <li key={deviceId} className="flex min-h-11 items-center gap-3 px-3.5 py-1.5">
            <span className="flex min-w-0 flex-1 flex-col">
              <TextLink href={deviceHref(deviceId)} className="truncate">
                {name}
              </TextLink>
              <span className="truncate text-ink-3 text-meta">
                {[deviceTypeName(type), user].filter(Boolean).join(', ')}
              </span>
            </span>
            {retiredAt ? (
              <Badge tone="ok">Retired</Badge>
            ) : (
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
            )}
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
