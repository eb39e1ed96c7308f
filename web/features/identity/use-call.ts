import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** Makes one call of the API as a mutation, so that whoever listens to the caches hears of a session that is over. */
export function useCall(): <T>(work: () => Promise<T>) => Promise<T> {
  const queryClient = useQueryClient();
  return useCallback(
    <T>(work: () => Promise<T>) =>
      // Without a network a mutation would wait in silence; a form must say so instead.
      queryClient
        .getMutationCache()
        .build<T, Error, void, unknown>(queryClient, { mutationFn: work, networkMode: 'always', gcTime: 0 })
        .execute(),
    [queryClient],
  );
}
