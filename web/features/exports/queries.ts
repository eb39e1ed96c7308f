import type { Export } from '../../../shared/exports/export.ts';
import { api } from '../../lib/api.ts';

/** An export under way is asked after this often. */
export const EVERY_MS = 1_000;

export const isMoving = ({ status }: Pick<Export, 'status'>) => status === 'queued' || status === 'running';

/** The person's own exports: never more than they may keep. */
export const exportsQuery = () =>
  api.exports.list.queryOptions({
    input: { limit: 100 },
    refetchInterval: ({ state }) => (state.data?.items.some(isMoving) ? EVERY_MS : false),
  });
export const exportsKey = () => api.exports.key();
