import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { staffNamesQuery } from '../features/identity/queries.ts';

const NOBODY: ReadonlyMap<string, string> = new Map();

/** Names of the MSP's staff by id, for pages that show who did what; empty until they are there. */
export function usePeople(): ReadonlyMap<string, string> {
  const { data } = useQuery(staffNamesQuery());
  return useMemo(() => (data ? new Map(data.items.map(({ userId, name }) => [userId, name])) : NOBODY), [data]);
}
