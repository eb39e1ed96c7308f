import { useQueries, useQuery } from '@tanstack/react-query';
import { isClosedItem } from '../../shared/planner/closed-statuses.ts';
import type { PlannedAs } from '../features/devices/device-client.ts';
import { deviceLinksQuery } from '../features/devices/queries.ts';
import { itemQuery } from '../features/planner/queries.ts';
import { useMay } from '../lib/session.ts';
import { hrefOf } from './navigation.tsx';

interface OpenDevice {
  companyId: string;
  deviceId: string;
}

/** The open planner item that replaces the open device, as far as the reader may see the planner. */
export function usePlannedAs(device: OpenDevice | undefined): PlannedAs {
  const may = useMay();
  const one = device ?? { companyId: '', deviceId: '' };
  const { companyId } = one;
  const { data } = useQuery({ ...deviceLinksQuery(one), enabled: device !== undefined });
  const ids = (data?.items ?? []).flatMap(({ to, role }) =>
    to.type === 'planner-item' && role === 'led-to' ? [to.id] : [],
  );
  const read = useQueries({
    queries: may('planner:read') ? ids.map((plannerItemId) => itemQuery({ companyId, plannerItemId })) : [],
  });
  const item = read.flatMap((query) => query.data ?? []).find((one) => !isClosedItem(one));
  if (item) return { title: item.title, href: hrefOf(`planner/${item.plannerItemId}`, companyId) };
  return data && !read.some(({ isPending }) => isPending) ? null : undefined;
}
