import { Ban, Ellipsis, FileText, LayoutTemplate, Play, RefreshCw, Send } from 'lucide-react';
import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';
import { useMay } from '../../lib/session.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { MenuButton, type MenuGroup } from '../../ui/menu-button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { MeetingWhen } from './meeting-when.tsx';
import { STATUSES } from './statuses.ts';
import { isLink } from './text.ts';

/** Pages of a meeting, and the list that it stands in; made by the route. */
export interface MeetingHrefs {
  list: string;
  live: string;
  minutes: string;
}

/** Title, state, time and place of a meeting, and what comes next with the whole of it. */
export function MeetingHead({
  meeting,
  hrefs,
  writable,
  onPublish,
  onKeep,
  onRefresh,
  onCancel,
}: {
  meeting: MeetingDetail;
  hrefs: MeetingHrefs;
  writable: boolean;
  onPublish: () => void;
  onKeep: () => void;
  onRefresh: () => void;
  onCancel: () => void;
}) {
  const mayHold = useMay()('meetings:hold');
  const { title, status, place, items } = meeting;
  const isAhead = status === 'draft' || status === 'published';
  const keep = { id: 'keep', label: 'Keep as template', icon: <LayoutTemplate aria-hidden />, onSelect: onKeep };
  const renew = { id: 'renew', label: 'Take the figures anew', icon: <RefreshCw aria-hidden />, onSelect: onRefresh };
  const cancel = {
    id: 'cancel',
    label: 'Cancel the meeting',
    icon: <Ban aria-hidden />,
    danger: true,
    onSelect: onCancel,
  };
  const menu: MenuGroup[] = [
    {
      id: 'agenda',
      items: items.length > 0 ? [keep, ...(status === 'closed' || status === 'cancelled' ? [] : [renew])] : [],
    },
    { id: 'meeting', items: isAhead ? [cancel] : [] },
  ].filter((group) => group.items.length > 0);
  const start = (label: string, primary: boolean) => (
    <LinkButton href={hrefs.live} variant={primary ? 'primary' : 'secondary'} icon={<Play aria-hidden />}>
      {label}
    </LinkButton>
  );
  const minutes = (primary: boolean) => (
    <LinkButton href={hrefs.minutes} variant={primary ? 'primary' : 'secondary'} icon={<FileText aria-hidden />}>
      Minutes
    </LinkButton>
  );
  return (
    <PageHead
      crumbs={[{ label: 'Meetings', href: hrefs.list }]}
      title={title}
      badge={<Badge tone={STATUSES[status].tone}>{STATUSES[status].word}</Badge>}
      fact={
        <>
          <MeetingWhen meeting={meeting} />
          {place && !isLink(place) ? <span className="break-words">{` · ${place}`}</span> : null}
        </>
      }
      actions={
        <>
          {writable && menu.length > 0 ? (
            <MenuButton label="More actions" groups={menu} className="max-sm:flex-none!">
              <Ellipsis aria-hidden />
            </MenuButton>
          ) : null}
          {status === 'draft' && mayHold ? start('Start meeting', !writable) : null}
          {status === 'closed' ? minutes(false) : null}
        </>
      }
      primary={
        status === 'draft' && writable ? (
          <Button variant="primary" icon={<Send aria-hidden />} onClick={onPublish}>
            Publish agenda
          </Button>
        ) : status === 'published' && mayHold ? (
          start('Start meeting', true)
        ) : status === 'live' && mayHold ? (
          start('Go on', true)
        ) : status === 'minutes' ? (
          minutes(true)
        ) : undefined
      }
    />
  );
}
