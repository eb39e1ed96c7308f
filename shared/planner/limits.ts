/** Hours of one item at most. */
export const MOST_HOURS = 10_000;
