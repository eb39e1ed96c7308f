/** The forecast's own categories, in the order in which it lists them. */
export const CATEGORIES: readonly { key: string; label: string }[] = [
  { key: 'microsoft-365', label: 'Microsoft 365' },
  { key: 'subscription', label: 'Subscriptions' },
  { key: 'software', label: 'Software' },
  { key: 'labour', label: 'Projects and labour' },
  { key: 'hardware', label: 'Hardware' },
  { key: 'other', label: 'Other' },
];
