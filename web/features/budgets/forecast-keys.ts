/** A key for a category of its own that no other one has: "category-3". */
export function newKey(taken: readonly string[]): string {
  for (let at = 1; ; at += 1) {
    const key = `category-${at}`;
    if (!taken.includes(key)) return key;
  }
}
