import { Bookmark, ChevronDown, Link2, Pencil, Plus, RefreshCw, Star, StarOff, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { ListId } from '../../../shared/views/lists.ts';
import type { View } from '../../../shared/views/view.ts';
import { useMay } from '../../lib/session.ts';
import { toolStyle } from '../../ui/list-tools.tsx';
import { MenuButton, type MenuGroup, type MenuItem } from '../../ui/menu-button.tsx';
import { useViews, type ViewsOfList } from './use-views.ts';

const ViewDialog = lazy(() => import('./view-dialog.tsx'));

const choice = ({ current, show }: ViewsOfList, view: View): MenuItem => ({
  id: view.viewId,
  label: view.name,
  checked: view.viewId === current?.viewId,
  onSelect: () => show(view),
});

/** What can be done with the view that is open. */
function deeds(views: ViewsOfList, mayChange: boolean, onEdit: () => void): MenuItem[] {
  const { current, changed, defaultId } = views;
  if (!current) return [];
  const isDefault = defaultId === current.viewId;
  return [
    ...(mayChange && changed
      ? [{ id: 'update', label: 'Save the change', icon: <RefreshCw aria-hidden />, onSelect: views.update }]
      : []),
    ...(mayChange ? [{ id: 'edit', label: 'Rename or share', icon: <Pencil aria-hidden />, onSelect: onEdit }] : []),
    {
      id: 'default',
      label: isDefault ? 'No longer open with it' : 'Open the list with it',
      icon: isDefault ? <StarOff aria-hidden /> : <Star aria-hidden />,
      onSelect: () => views.open(isDefault ? undefined : current.viewId),
    },
    { id: 'link', label: 'Copy link', icon: <Link2 aria-hidden />, onSelect: views.copyLink },
    ...(mayChange
      ? [{ id: 'delete', label: 'Delete', icon: <Trash2 aria-hidden />, danger: true, onSelect: views.remove }]
      : []),
  ];
}

/** The views of a list: go to one, keep what is on screen as one, and look after those there are. */
export function ViewsMenu({ list }: { list: ListId }) {
  const may = useMay();
  const views = useViews(list);
  const [dialog, setDialog] = useState<'new' | 'edit'>();
  const { current, changed, own, team } = views;
  const mayChange = may('views:write') && (!current?.shared || may('views:share'));
  const groups: MenuGroup[] = [
    {
      id: 'none',
      items: [{ id: 'none', label: 'Everything', checked: !current, onSelect: () => views.show(undefined) }],
    },
    { id: 'own', label: 'Yours', items: own.map((view) => choice(views, view)) },
    { id: 'team', label: 'The team’s', items: team.map((view) => choice(views, view)) },
    {
      id: 'save',
      items: may('views:write')
        ? [{ id: 'new', label: 'Save as a new view', icon: <Plus aria-hidden />, onSelect: () => setDialog('new') }]
        : [],
    },
    { id: 'deeds', items: deeds(views, mayChange, () => setDialog('edit')) },
  ];
  return (
    <>
      <MenuButton bare groups={groups} className={toolStyle}>
        <Bookmark aria-hidden className="text-ink-2" />
        <span className="max-w-40 truncate">{current?.name ?? 'Views'}</span>
        {current && changed ? <span className="text-ink-3">changed</span> : null}
        <ChevronDown aria-hidden className="text-ink-2" />
      </MenuButton>
      <Suspense>
        {dialog ? (
          <ViewDialog
            list={list}
            params={views.params}
            view={dialog === 'edit' ? current : undefined}
            onClose={() => setDialog(undefined)}
            onSaved={views.saved}
          />
        ) : null}
      </Suspense>
    </>
  );
}
