import type { QueryClient } from '@tanstack/react-query';
import type { Carrier } from '../../../shared/kernel/on-carrier.ts';
import { api } from '../../lib/api.ts';
import { byCursor } from '../../lib/by-cursor.ts';

const PAGE = 10;

/** What was said about a record, newest first. */
export const commentsQuery = (record: Carrier) =>
  api.comments.list.infiniteOptions({
    input: (cursor: string | undefined) => ({ ...record, limit: PAGE, cursor }),
    ...byCursor,
  });

export const refreshComments = (queryClient: QueryClient) =>
  queryClient.invalidateQueries({ queryKey: api.comments.key() });
