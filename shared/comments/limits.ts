/** Characters of one comment. */
export const MOST_TEXT = 4_000;
