import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { DeviceType } from '../../../shared/devices/device-type.ts';
import type { LifecyclePolicy, MspPolicies } from '../../../shared/devices/lifecycle-policy.ts';
import { deviceTypeName } from '../../../shared/devices/words.ts';
import { client as calls } from '../../lib/api.ts';
import { changedFields } from '../../lib/changed-fields.ts';
import { saveOver } from '../../lib/save-over.ts';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast.tsx';
import type { DeviceClient } from './device-client.ts';
import { companyPoliciesQuery, mspPoliciesQuery, refreshDevices } from './queries.ts';

const PolicyForm = lazy(() => import('./policy-form.tsx'));

/** Policies as this page shows them: the MSP's, or those that hold for one client. */
export interface ShownPolicies extends MspPolicies {
  /** Kinds for which the client has a policy of its own. */
  own?: readonly DeviceType[];
}

/** Changes the policy for one kind of device. */
export function EditPolicy({
  data,
  client,
  type,
  onClose,
}: {
  data: ShownPolicies;
  client: DeviceClient | undefined;
  type: DeviceType;
  onClose: () => void;
}) {
  const queryClient = useQueryClient();
  const formOf = ({ policies, currency, v }: ShownPolicies) => ({ policy: policies[type], currency, v });
  // What the form was filled from: what loads behind it meanwhile is not what this person saw.
  const [base, setBase] = useState(() => formOf(data));
  const [theirs, setTheirs] = useState<LifecyclePolicy>();
  const write = async (v: number, policy: LifecyclePolicy | null) => {
    if (client)
      await calls.devices.setCompanyPolicies({ companyId: client.companyId, v, policies: { [type]: policy } });
    else if (policy) await calls.devices.setPolicies({ v, policies: { [type]: policy } });
  };
  const newest = (): Promise<ShownPolicies> =>
    client
      ? queryClient.fetchQuery({ ...companyPoliciesQuery(client.companyId), staleTime: 0 })
      : queryClient.fetchQuery({ ...mspPoliciesQuery(), staleTime: 0 });
  const save = async (policy: LifecyclePolicy | null) => {
    setTheirs(undefined);
    const stored = await saveOver(base.v, {
      write: (v) => write(v, policy),
      newest,
      concerns: (now) =>
        now.currency !== base.currency || Object.keys(changedFields(now.policies[type], base.policy)).length > 0,
    });
    if (stored) {
      setBase(formOf(stored));
      setTheirs(stored.policies[type]);
      return;
    }
    await refreshDevices(queryClient);
    toast({ title: policy ? 'Saved' : 'Back to the policy for all clients', detail: deviceTypeName(type) });
    onClose();
  };
  return (
    <Suspense fallback={<CardSkeleton label="Loading the form" rows={5} bare />}>
      <PolicyForm
        policy={base.policy}
        theirs={theirs}
        onLoaded={() => setTheirs(undefined)}
        currency={base.currency}
        onSave={save}
        onGiveBack={data.own?.includes(type) ? () => save(null) : undefined}
        onBack={onClose}
      />
    </Suspense>
  );
}
