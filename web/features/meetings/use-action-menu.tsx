import { Ban, CalendarClock, Check, MapPlus, RotateCcw } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { MeetingAction } from '../../../shared/meetings/action.ts';
import { useMay } from '../../lib/session.ts';
import type { MenuGroup } from '../../ui/menu-button.tsx';
import { useActions } from './use-actions.ts';

const ActionDate = lazy(() => import('./action-date.tsx'));

/** What can be done with an action, as the menu of its row; `dialog` stands wherever the rows stand. */
export function useActionMenu(
  companyId: string,
  onOpenItem: (plannerItemId: string) => void,
): { menuOf: (action: MeetingAction) => MenuGroup[]; done: (action: MeetingAction) => void; dialog: ReactNode } {
  const may = useMay();
  const actions = useActions(companyId);
  const [dating, setDating] = useState<MeetingAction>();
  const open = (action: MeetingAction): MenuGroup[] => [
    {
      id: 'go-on',
      items: [
        { id: 'done', label: 'Mark done', icon: <Check aria-hidden />, onSelect: () => actions.settle(action, 'done') },
        {
          id: 'date',
          label: action.dueDate ? 'Move the date' : 'Set a date',
          icon: <CalendarClock aria-hidden />,
          onSelect: () => setDating(action),
        },
        ...(may('planner:write') && !action.plannerItemId
          ? [
              {
                id: 'plan',
                label: 'Make planner item',
                icon: <MapPlus aria-hidden />,
                onSelect: () => void actions.plan(action, onOpenItem),
              },
            ]
          : []),
      ],
    },
    {
      id: 'drop',
      items: [
        { id: 'drop', label: 'Drop', icon: <Ban aria-hidden />, onSelect: () => actions.settle(action, 'dropped') },
      ],
    },
  ];
  const closed = (action: MeetingAction): MenuGroup[] => [
    {
      id: 'reopen',
      items: [
        {
          id: 'reopen',
          label: 'Reopen',
          icon: <RotateCcw aria-hidden />,
          onSelect: () => actions.settle(action, 'open'),
        },
      ],
    },
  ];
  return {
    menuOf: (action) => (action.status === 'open' ? open(action) : closed(action)),
    done: (action) => actions.settle(action, 'done'),
    dialog: (
      <Suspense>
        {dating ? (
          <ActionDate
            action={dating}
            onMove={(dueDate) => actions.moveTo(dating, dueDate)}
            onClose={() => setDating(undefined)}
          />
        ) : null}
      </Suspense>
    ),
  };
}
