import { type UseQueryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AttachedDevice, AttachedDevices } from '../../shared/devices/attached-device.ts';
import AttachedCards from '../features/devices/attached-card.tsx';
import { goalDevicesQuery } from '../features/goals/queries.ts';
import { itemDevicesQuery, itemQuery } from '../features/planner/queries.ts';
import { client } from '../lib/api.ts';
import { useMay } from '../lib/session.ts';
import { Card } from '../ui/card.tsx';
import { CardSkeleton } from '../ui/skeleton.tsx';
import { ErrorState } from '../ui/states.tsx';
import { tell } from '../ui/tell.ts';
import { toast } from '../ui/toast.tsx';
import { refreshLinks } from './linked-queries.ts';
import { hrefOf } from './navigation.tsx';

/** The devices that a planner item names. Loads where there are any. */
export function ItemDevices({ companyId, plannerItemId }: { companyId: string; plannerItemId: string }) {
  const one = { companyId, plannerItemId };
  const may = useMay();
  const { data: item } = useQuery(itemQuery(one));
  const writable = may('planner:write') && item !== undefined && !item.isArchived;
  return (
    <Named
      companyId={companyId}
      query={itemDevicesQuery(one)}
      onDetach={writable ? ({ deviceId }) => client.planner.detachDevice({ ...one, v: item.v, deviceId }) : undefined}
    />
  );
}

/** The devices that a goal names. Loads where there are any. */
export function GoalDevices({ companyId, goalId }: { companyId: string; goalId: string }) {
  const one = { companyId, goalId };
  const may = useMay();
  return (
    <Named
      companyId={companyId}
      query={goalDevicesQuery(one)}
      onDetach={may('goals:write') ? ({ deviceId }) => client.goals.detachDevice({ ...one, deviceId }) : undefined}
    />
  );
}

function Named({
  companyId,
  query,
  onDetach,
}: {
  companyId: string;
  query: Pick<UseQueryOptions<AttachedDevices>, 'queryKey' | 'queryFn'>;
  onDetach: ((device: AttachedDevice) => Promise<unknown>) | undefined;
}) {
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(query);
  const refresh = () => refreshLinks(queryClient, [{ kind: 'device' }, { kind: 'planner-item' }, { kind: 'goal' }]);
  const { mutate } = useMutation({
    mutationFn: (device: AttachedDevice) => onDetach?.(device) ?? Promise.resolve(),
    onSuccess: (_, { name }) => {
      toast({ title: 'Taken away', detail: name });
      return refresh();
    },
    onError: (refusal) => {
      tell(refusal);
      return refresh();
    },
  });
  if (error && !data)
    return (
      <Card>
        <ErrorState error={error} onRetry={() => void refetch()} className="py-4" />
      </Card>
    );
  if (!data) return <CardSkeleton label="Loading the devices" rows={4} />;
  return (
    <AttachedCards
      devices={data.items}
      deviceHref={(deviceId) => `${hrefOf('devices', companyId)}?peek=${deviceId}`}
      onDetach={onDetach ? mutate : undefined}
    />
  );
}
