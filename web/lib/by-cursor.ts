/** How an endless list goes on: from its beginning, then from where each page says that the next begins. */
export const byCursor = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ cursor }: { cursor?: string }) => cursor,
};
