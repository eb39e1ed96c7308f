/** Devices that one record names at most; so many are read at once. */
export const MOST_ATTACHED = 100;
/** Devices that are attached in one go: their links are written in one transaction. */
export const MOST_AT_ONCE = 50;
