/** How a line stands, from first thought to answer. */
export const LINE_STATUSES = ['draft', 'pending', 'approved', 'rejected'] as const;

/** What a line buys, in the order in which budgets list it. */
export const LINE_TYPES = ['hardware', 'labour', 'software', 'subscription', 'other'] as const;

/** Characters of a line's label, and months for which a recurring line runs, at most. */
export const LONGEST_LABEL = 160;
export const LONGEST_TERM = 120;
