/** Fields under which a story holds what nobody else may read. */
const SECRET = /^(secret|password|token|cookie|seed|codes)$/;
/** Shorter words could stand anywhere. */
const SHORTEST = 12;

/** The secrets in what a story has, sent and was told, by the names of their fields; of a cookie its value. */
export function secretsIn(value: unknown, isSecret = false): string[] {
  if (typeof value === 'string') {
    const words = isSecret ? value.split('; ').map((word) => word.replace(/^[\w-]+=(?=.)/, '')) : [];
    return words.filter((word) => word.length >= SHORTEST);
  }
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((inner) => secretsIn(inner, isSecret));
  return Object.entries(value).flatMap(([field, inner]) => secretsIn(inner, SECRET.test(field)));
}
