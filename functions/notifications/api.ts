import { notificationsApi } from '../../shared/notifications/notifications.api.ts';
import { api } from '../_kit/api.ts';
import * as Notifications from './notifications.service.ts';
import * as Preferences from './preferences.service.ts';

export const handler = api(notificationsApi, {
  list: Notifications.list,
  unread: Notifications.unread,
  markRead: Notifications.markRead,
  markAllRead: Notifications.markAllRead,
  preferences: Preferences.preferences,
  setPreferences: Preferences.setPreferences,
});
