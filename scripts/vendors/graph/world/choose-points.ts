/**
 * Picks a subset of whole `points` whose sum comes as near as possible to `target` (0/1 subset sum).
 * Returns the indexes picked; among equal sums the earlier items win, so the caller's order decides what is typical.
 */
export function choosePoints(points: readonly number[], target: number): Set<number> {
  /** For each reachable sum, the item that reached it first. */
  const reachedBy = new Map<number, number>([[0, -1]]);
  points.forEach((value, index) => {
    for (const sum of [...reachedBy.keys()]) {
      if (!reachedBy.has(sum + value)) reachedBy.set(sum + value, index);
    }
  });
  let sum = 0;
  for (const candidate of reachedBy.keys()) {
    if (Math.abs(candidate - target) < Math.abs(sum - target)) sum = candidate;
  }
  const chosen = new Set<number>();
  while (sum > 0) {
    const index = reachedBy.get(sum) ?? -1;
    chosen.add(index);
    sum -= points[index] ?? sum;
  }
  return chosen;
}
