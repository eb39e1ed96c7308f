import type { QueryClient } from '@tanstack/react-query';
import { MOST_FILES } from '../../../shared/attachments/file-kinds.ts';
import type { Carrier } from '../../../shared/kernel/on-carrier.ts';
import { api } from '../../lib/api.ts';

/** All files on a record, newest first: a record holds no more than one page of them. */
export const attachmentsQuery = (record: Carrier) =>
  api.attachments.list.queryOptions({ input: { ...record, limit: MOST_FILES } });

export const refreshAttachments = (queryClient: QueryClient, record: Carrier) =>
  queryClient.invalidateQueries({ queryKey: attachmentsQuery(record).queryKey });
