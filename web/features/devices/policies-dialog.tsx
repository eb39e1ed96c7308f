import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeviceType } from '../../../shared/devices/device-type.ts';
import { deviceTypeName } from '../../../shared/devices/words.ts';
import { client as calls } from '../../lib/api.ts';
import { useMay } from '../../lib/session.ts';
import { Tag } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { tell } from '../../ui/tell.ts';
import type { DeviceClient } from './device-client.ts';
import { EditPolicy, type ShownPolicies } from './edit-policy.tsx';
import { TYPE_ORDER } from './orders.ts';
import { policyWords } from './policy-words.ts';
import { companyPoliciesQuery, mspPoliciesQuery, refreshDevices } from './queries.ts';

/** How long each kind of device serves and what replacing it costs: the MSP's policies, or those of one client. */
export default function PoliciesDialog({ client, onClose }: { client?: DeviceClient; onClose: () => void }) {
  const msp = useQuery({ ...mspPoliciesQuery(), enabled: client === undefined });
  const own = useQuery({ ...companyPoliciesQuery(client?.companyId ?? ''), enabled: client !== undefined });
  const { data, error, refetch } = client ? own : msp;
  const [type, setType] = useState<DeviceType>();
  const title = type ? `${deviceTypeName(type)}: policy` : 'Lifecycle policies';
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={client ? `${title}, ${client.name}` : title}
      description={
        client
          ? 'A policy of its own stays when those for all clients change.'
          : 'They hold for every client that has no policy of its own. Prices are estimates, not quotes.'
      }
    >
      {data ? (
        <Policies data={data} client={client} type={type} onType={setType} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <CardSkeleton label="Loading the policies" rows={10} bare />
      )}
    </Dialog>
  );
}

function Policies({
  data,
  client,
  type,
  onType,
}: {
  data: ShownPolicies;
  client?: DeviceClient;
  type: DeviceType | undefined;
  onType: (type: DeviceType | undefined) => void;
}) {
  const may = useMay();
  const { locale, currency: own } = useLocale();
  const queryClient = useQueryClient();
  const writable = client ? may('devices:write') && client.status !== 'archived' : may('msp:write');
  const inCurrency = async () => {
    await calls.devices.setPolicies({ v: data.v, currency: own, policies: {} });
    await refreshDevices(queryClient);
  };
  if (type) return <EditPolicy data={data} client={client} type={type} onClose={() => onType(undefined)} />;
  return (
    <>
      {!client && writable && data.currency !== own ? (
        <Callout
          title={`Prices are in ${data.currency}`}
          actions={<Button onClick={() => void inCurrency().catch(tell)}>{`Price in ${own}`}</Button>}
        >
          {`You work in ${own}. The figures stay as they are: look them over afterwards.`}
        </Callout>
      ) : null}
      <ul className="divide-y divide-line border-line border-y">
        {TYPE_ORDER.map((kind) => (
          <li key={kind} className="flex min-h-12 items-center gap-3 py-1.5">
            <span className="flex min-w-0 flex-1 flex-col">
              <span className="flex items-center gap-2 font-medium">
                {deviceTypeName(kind)}
                {data.own?.includes(kind) ? <Tag>Own policy</Tag> : null}
              </span>
              <span className="num text-ink-3 text-meta">
                {policyWords(data.policies[kind], data.currency, locale)}
              </span>
            </span>
            {writable ? (
              <Button size="sm" aria-label={`Edit the policy for ${deviceTypeName(kind)}`} onClick={() => onType(kind)}>
                Edit
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
