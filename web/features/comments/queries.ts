import type { QueryClient } from '@tanstack/react-query';
import type { Carrier } from '../../../shared/kernel/on-carrier.ts';
import { api } from '../../lib/api.ts';

const PAGE = 10;

/** What was said about a record, newest first. */
export const commentsQuery = (record: Carrier) =>
  api.comments.list.infiniteOptions({
    input: (cursor: string | undefined) => ({ ...record, limit: PAGE, cursor }),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.cursor,
  });

export const refreshComments = (queryClient: QueryClient) =>
  queryClient.invalidateQueries({ queryKey: api.comments.key() });
