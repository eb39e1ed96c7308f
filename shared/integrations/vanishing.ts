/** Share of known rows that may vanish between two listings without a person's word. */
const MOST_VANISHING = 0.2;

/**
 * Whether a complete listing lacks so many known rows that nothing is deleted until a person has looked: more than a fifth,
 * or all of them.
 *
 * @param known rows known before
 * @param vanished how many of them the listing lacks
 */
export function holdsRemoval(known: number, vanished: number): boolean {
  return vanished > 0 && (vanished === known || vanished / known > MOST_VANISHING);
}
