/**
 * The fields of `set` that differ from the stored record: a form sends no more, so that history tells what really changed and
 * nobody's change elsewhere is undone. An absent value equals null.
 */
export function changedFields<Fields extends object>(set: Fields, stored: object): Partial<Fields> {
  const known = stored as Record<string, unknown>;
  const differs = ([field, value]: [string, unknown]) =>
    JSON.stringify(value ?? null) !== JSON.stringify(known[field] ?? null);
  return Object.fromEntries(Object.entries(set).filter(differs)) as Partial<Fields>;
}
