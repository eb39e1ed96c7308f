/** The first page of a report, and the one section that stands where it stands. */
export const COVER = 'cover';
