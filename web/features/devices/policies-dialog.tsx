import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { DeviceType } from '../../../shared/devices/device-type.ts';
import type { LifecyclePolicy } from '../../../shared/devices/lifecycle-policy.ts';
import { deviceTypeName } from '../../../shared/devices/words.ts';
import { client as calls } from '../../lib/api.ts';
import { useMay } from '../../lib/session.ts';
import { Tag } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { counted, formatMoney, formatNumber } from '../../ui/format.ts';
import { useLocale } from '../../ui/locale.tsx';
import { asProblem } from '../../ui/problem.ts';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { tell } from '../../ui/tell.ts';
import { toast } from '../../ui/toast.tsx';
import type { DeviceClient } from './device-client.ts';
import { companyPoliciesQuery, mspPoliciesQuery, refreshDevices } from './queries.ts';
import { TYPE_ORDER } from './states.ts';
import { WARRANTY_RULES } from './text.ts';

const PolicyForm = lazy(() => import('./policy-form.tsx'));

interface Policies {
  currency: string;
  policies: Record<DeviceType, LifecyclePolicy>;
  /** Kinds for which the client has a policy of its own. */
  own?: readonly DeviceType[];
  v: number;
}

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
  data: Policies;
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
  const save = async (kind: DeviceType, policy: LifecyclePolicy | null) => {
    const { v } = data;
    try {
      if (client)
        await calls.devices.setCompanyPolicies({ companyId: client.companyId, v, policies: { [kind]: policy } });
      else if (policy) await calls.devices.setPolicies({ v, policies: { [kind]: policy } });
    } catch (error) {
      if (asProblem(error)?.status === 409) await refreshDevices(queryClient);
      throw error;
    }
    await refreshDevices(queryClient);
    toast({ title: policy ? 'Saved' : 'Back to the policy for all clients', detail: deviceTypeName(kind) });
    onType(undefined);
  };
  if (type) {
    return (
      <Suspense fallback={<CardSkeleton label="Loading the form" rows={5} bare />}>
        <PolicyForm
          policy={data.policies[type]}
          currency={data.currency}
          onSave={(policy) => save(type, policy)}
          onGiveBack={data.own?.includes(type) ? () => save(type, null) : undefined}
          onBack={() => onType(undefined)}
        />
      </Suspense>
    );
  }
  const said = ({ lifespanYears, replacementMinor, installHours, warranty }: LifecyclePolicy) =>
    [
      lifespanYears === 0 ? 'No lifespan' : counted(lifespanYears, 'year'),
      replacementMinor > 0 ? formatMoney(replacementMinor, data.currency, locale) : 'no price',
      `${formatNumber(installHours, locale)} h`,
      ...(warranty === 'none' ? [] : [WARRANTY_RULES[warranty].toLowerCase()]),
    ].join(', ');
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
              <span className="num text-ink-3 text-meta">{said(data.policies[kind])}</span>
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
