import { useQueries, useQuery } from '@tanstack/react-query';
import { Link2, Map as MapIcon } from 'lucide-react';
import type { Link } from '../../shared/kernel/link.ts';
import { CLOSED_STATUSES } from '../../shared/planner/closed-statuses.ts';
import type { PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import type { UsedIn } from '../features/devices/device-client.ts';
import { deviceLinksQuery } from '../features/devices/queries.ts';
import { itemQuery } from '../features/planner/queries.ts';
import { STATUSES } from '../features/planner/statuses.ts';
import { useMay } from '../lib/session.ts';
import { hrefOf } from './navigation.tsx';

interface OpenDevice {
  companyId: string;
  deviceId: string;
}

function asItem(item: PlannerItemDetail, { role, createdAt }: Link): UsedIn {
  const { companyId, plannerItemId, title, status, isArchived } = item;
  return {
    id: plannerItemId,
    kind: 'Planner item',
    icon: <MapIcon aria-hidden />,
    title,
    detail: isArchived ? 'archived' : STATUSES[status].word.toLowerCase(),
    href: hrefOf(`planner/${plannerItemId}`, companyId),
    at: createdAt,
    replaces: role === 'led-to' && !isArchived && !CLOSED_STATUSES.includes(status),
  };
}

/** Records of other features in which the open device is used, by name; undefined until all of them are known. */
export function useUsedIn(device: OpenDevice | undefined): UsedIn[] | undefined {
  const may = useMay();
  const one = device ?? { companyId: '', deviceId: '' };
  const { data } = useQuery({ ...deviceLinksQuery(one), enabled: device !== undefined });
  const links = data?.items ?? [];
  const ids = may('planner:read') ? links.flatMap(({ to }) => (to.type === 'planner-item' ? [to.id] : [])) : [];
  const read = useQueries({
    queries: ids.map((plannerItemId) => itemQuery({ companyId: one.companyId, plannerItemId })),
  });
  if (!data || read.some(({ isPending }) => isPending)) return undefined;
  const items = new Map(read.flatMap(({ data: item }) => (item ? [[item.plannerItemId, item] as const] : [])));
  return links.map((link): UsedIn => {
    const other = link.from.type === 'device' ? link.to : link.from;
    const item = items.get(other.id);
    if (item) return asItem(item, link);
    const kind = other.type.replaceAll('-', ' ');
    const title = kind.charAt(0).toUpperCase() + kind.slice(1);
    return { id: other.id, kind: '', icon: <Link2 aria-hidden />, title, at: link.createdAt, replaces: false };
  });
}
