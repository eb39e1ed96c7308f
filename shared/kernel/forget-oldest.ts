/** Keeps a map to its youngest entries, in the order in which they were set. */
export function forgetOldest(entries: Map<string, unknown>, most: number): void {
  const oldest = entries.keys().next().value;
  if (entries.size > most && oldest !== undefined) entries.delete(oldest);
}
