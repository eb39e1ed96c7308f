import type { QueryClient } from '@tanstack/react-query';
import type { PlannerItemDetail } from '../../../shared/planner/planner-item.ts';
import { client } from '../../lib/api.ts';
import { refreshPlanner } from './queries.ts';

/** Plans the replacement of a client's devices as one item. */
export async function replaceDevices(
  queryClient: QueryClient,
  choice: { companyId: string; deviceIds: readonly string[]; quarter?: string },
): Promise<PlannerItemDetail> {
  const item = await client.planner.replaceDevices({ ...choice, deviceIds: [...choice.deviceIds] });
  await refreshPlanner(queryClient);
  return item;
}
