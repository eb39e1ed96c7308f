import { z } from 'zod';
import { op } from '../kernel/op.ts';
import { PageInput } from '../kernel/page.ts';
import { Notification, NotificationPage, OneNotification, Unread } from './notification.ts';
import { Preferences, PreferencesChange } from './preferences.ts';

/** What each person was told, always and only the caller's own. */
export const notificationsApi = {
  list: op('notifications:read', 'GET', '/notifications').input(z.strictObject(PageInput)).output(NotificationPage),
  unread: op('notifications:read', 'GET', '/notifications/unread').output(Unread),
  markRead: op('notifications:read', 'POST', '/notifications/{notificationId}/read')
    .input(OneNotification)
    .output(Notification),
  markAllRead: op('notifications:read', 'POST', '/notifications/read-all').output(Unread),
  /** Which kinds the caller wants to hear of, and how often what they did not read is mailed. */
  preferences: op('notifications:read', 'GET', '/notifications/preferences').output(Preferences),
  setPreferences: op('notifications:read', 'PUT', '/notifications/preferences')
    .input(PreferencesChange)
    .output(Preferences),
};
