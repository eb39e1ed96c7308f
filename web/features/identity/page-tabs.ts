/** Tabs as the URL names them; apart from the pages, because a route's search is read before its page is loaded. */
export const ACCOUNT_TABS = [
  'profile',
  'notifications',
  'password',
  'second-factor',
  'sessions',
  'memberships',
] as const;
export type AccountTab = (typeof ACCOUNT_TABS)[number];

export const SETTINGS_TABS = ['profile', 'branding', 'security', 'api-keys', 'webhooks', 'audit'] as const;
export type SettingsTab = (typeof SETTINGS_TABS)[number];
