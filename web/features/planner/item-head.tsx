import { Archive, ChevronDown, Eye, EyeOff, Send } from 'lucide-react';
import type { PlannerItemDetail } from '../../../shared/planner/planner-item.ts';
import { useMay } from '../../lib/session.ts';
import { DateText } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { counted } from '../../ui/format.ts';
import { MenuButton, type MenuGroup } from '../../ui/menu-button.tsx';
import { MoreActions } from '../../ui/more-actions.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { refsOf, useRecordActions } from '../../ui/record-actions.tsx';
import { itemRef } from './item-ref.ts';
import { STATUS_ORDER } from './orders.ts';
import { STATUSES } from './statuses.ts';
import { useArchive } from './use-archive.ts';
import { usePublishing, useStatus } from './use-item.ts';

/** What the client sees of the item now, against what stands here. */
function PublishedFact({ item: { publishedAt, publishedVersion, unpublishedChanges } }: { item: PlannerItemDetail }) {
  if (!publishedAt) {
    return (
      <span className="flex items-center gap-1.5 text-ink-3 text-meta">
        <EyeOff aria-hidden className="size-4" />
        Not published
      </span>
    );
  }
  if (unpublishedChanges > 0) {
    return (
      <span className="flex items-center gap-1.5 text-ink-2 text-meta">
        <span aria-hidden className="size-2 rounded-full bg-warn" />
        {counted(unpublishedChanges, 'change')} not published
      </span>
    );
  }
  return (
    <span className="text-ink-3 text-meta">
      Version {publishedVersion}, published <DateText iso={publishedAt} year={false} />
    </span>
  );
}

/** Title and status of an item, and what can be done with the whole of it. */
export function ItemHead({
  item,
  plannerHref,
  writable,
  onClientView,
}: {
  item: PlannerItemDetail;
  plannerHref: string;
  writable: boolean;
  onClientView: () => void;
}) {
  const may = useMay();
  const actionsOf = useRecordActions();
  const { archive } = useArchive();
  const setStatus = useStatus(item);
  const { publish, withdraw, publishing } = usePublishing(item);
  const { status, publishedAt, publishedVersion, unpublishedChanges, isArchived } = item;
  const badge = <Badge tone={STATUSES[status].tone}>{STATUSES[status].word}</Badge>;
  const mayPublish = may('planner:publish') && !isArchived;
  const more: MenuGroup[] = [
    { id: 'records', items: actionsOf(refsOf([item], itemRef)) },
    {
      id: 'client',
      items:
        mayPublish && publishedAt
          ? [{ id: 'withdraw', label: 'Withdraw from the client', icon: <EyeOff aria-hidden />, onSelect: withdraw }]
          : [],
    },
    {
      id: 'item',
      items: writable
        ? [{ id: 'archive', label: 'Archive', icon: <Archive aria-hidden />, onSelect: () => archive(item) }]
        : [],
    },
  ];
  return (
    <PageHead
      crumbs={[{ label: 'Planner', href: plannerHref }]}
      title={item.title}
      badge={
        writable ? (
          <MenuButton
            bare
            align="start"
            className="flex h-6 items-center gap-0.5 rounded-badge hover:opacity-80"
            groups={[
              {
                id: 'status',
                label: 'Status',
                items: STATUS_ORDER.map((value) => ({
                  id: value,
                  label: STATUSES[value].word,
                  checked: value === status,
                  onSelect: () => {
                    if (value !== status) setStatus(value);
                  },
                })),
              },
            ]}
          >
            <span className="sr-only">Status: </span>
            {badge}
            <ChevronDown aria-hidden className="size-3.5 text-ink-2" />
          </MenuButton>
        ) : (
          badge
        )
      }
      fact={
        <span className="sm:hidden">
          <PublishedFact item={item} />
        </span>
      }
      actions={
        <>
          <span className="flex items-center max-sm:hidden">
            <PublishedFact item={item} />
          </span>
          <MoreActions groups={more} />
          <Button icon={<Eye aria-hidden />} onClick={onClientView}>
            View as client
          </Button>
        </>
      }
      primary={
        mayPublish && (!publishedAt || unpublishedChanges > 0) ? (
          <Button variant="primary" icon={<Send aria-hidden />} busy={publishing} onClick={publish}>
            {`Publish version ${publishedVersion + 1}`}
          </Button>
        ) : undefined
      }
    />
  );
}
