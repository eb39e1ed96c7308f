import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Bell, CheckCheck } from 'lucide-react';
import type { Notification } from '../../../shared/notifications/notification.ts';
import { staffWords, type Words } from '../../../shared/notifications/words.ts';
import { client } from '../../lib/api.ts';
import { RelativeTime } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { notificationsKey, notificationsQuery, unreadQuery } from './queries.ts';

/** What happened lately, newest first. Opening one marks it read. */
export default function NotificationPanel({
  onClose,
  onOpen,
  words = staffWords,
}: {
  onClose: () => void;
  onOpen: (href: string) => void;
  /** How the reader is spoken to; the portal has words of its own. */
  words?: (notification: Notification) => Words;
}) {
  const queryClient = useQueryClient();
  const { data, error, refetch, isPending } = useQuery(notificationsQuery());
  const changed = () => queryClient.invalidateQueries({ queryKey: notificationsKey() });
  const readAll = useMutation({ mutationFn: () => client.notifications.markAllRead(undefined), onSuccess: changed });
  const open = async (notification: Notification) => {
    const { href } = words(notification);
    onClose();
    if (href) onOpen(href);
    if (notification.readAt) return;
    await client.notifications.markRead({ notificationId: notification.notificationId });
    await changed();
  };
  const items = data?.items ?? [];
  // The bell may count what is no longer the reader's to see: it falls silent all the same.
  const counted = useQuery(unreadQuery()).data?.unread ?? 0;
  const unread = counted > 0 || items.some((item) => !item.readAt);
  return (
    <Dialog
      open
      onOpenChange={(shown) => !shown && onClose()}
      title="Notifications"
      footer={
        <>
          <LinkButton variant="quiet" href="/account?tab=notifications" onClick={onClose}>
            Preferences
          </LinkButton>
          {unread ? (
            <Button icon={<CheckCheck aria-hidden />} busy={readAll.isPending} onClick={() => readAll.mutate()}>
              Mark all read
            </Button>
          ) : null}
        </>
      }
    >
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!isPending && !error && items.length === 0 ? (
        <EmptyState icon={<Bell aria-hidden />} title="Nothing new">
          Answers of clients, finished reports and failing syncs are told here.
        </EmptyState>
      ) : null}
      {items.length > 0 ? (
        <ul className="-mx-2 flex flex-col">
          {items.map((item) => {
            const { tone, title, detail } = words(item);
            return (
              <li key={item.notificationId}>
                <button
                  type="button"
                  onClick={() => void open(item)}
                  className="flex min-h-11 w-full items-center gap-3 rounded-control px-2 py-1.5 text-left hover:bg-hover"
                >
                  <StatusIcon tone={tone} label={item.readAt ? 'Read' : 'Unread'} />
                  <span className="flex min-w-0 flex-1 flex-col">
                    <span className={cx('truncate', !item.readAt && 'font-semibold')}>{title}</span>
                    <span className="truncate text-ink-3 text-meta">{detail}</span>
                  </span>
                  <RelativeTime iso={item.at} className="shrink-0 text-ink-3 text-meta" />
                  {item.readAt ? null : <span aria-hidden className="size-2 shrink-0 rounded-full bg-accent" />}
                </button>
              </li>
            );
          })}
        </ul>
      ) : null}
    </Dialog>
  );
}
