/** JSON with the keys of every object in order: equal exactly when the values are, whatever order a map came back in. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? 'undefined'
  );
}

/** True when two values would be stored alike. DynamoDB gives maps back in another key order than they were written in. */
export function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}
