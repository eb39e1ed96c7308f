import { Copy, Ellipsis, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button, buttonStyle } from '../../ui/button.tsx';
import { FacetFilter } from '../../ui/facet-filter.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PopupButton } from '../../ui/popup-button.tsx';
import { toast } from '../../ui/toast.tsx';
import { Console, Show } from './frame.tsx';

const ConfirmDialog = lazy(() => import('../../ui/confirm-dialog.tsx').then((all) => ({ default: all.ConfirmDialog })));
const Dialog = lazy(() => import('../../ui/dialog.tsx').then((all) => ({ default: all.Dialog })));
const Popover = lazy(() => import('../../ui/popover.tsx'));

/** Everything that floats; each loads on first use. */
export default function Overlays() {
  const [open, setOpen] = useState<'none' | 'dialog' | 'confirm'>('none');
  const [risk, setRisk] = useState<string[]>(['critical']);
  const close = (next: boolean) => {
    if (!next) setOpen('none');
  };
  return (
    <Console page="findings">
      <PageHead title="Overlays" className="mb-4" />
      <Show title="Open them">
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setOpen('dialog')}>Dialog</Button>
          <Button onClick={() => setOpen('confirm')}>Confirm</Button>
          <MenuButton
            label="Actions"
            groups={[
              { id: 'go', items: [{ id: 'open', label: 'Open', href: '#open', shortcut: 'enter' }] },
              {
                id: 'do',
                label: 'This item',
                items: [
                  { id: 'copy', label: 'Copy link', icon: <Copy />, onSelect: () => toast({ title: 'Link copied' }) },
                  {
                    id: 'del',
                    label: 'Delete item',
                    icon: <Trash2 />,
                    danger: true,
                    onSelect: () => setOpen('confirm'),
                  },
                ],
              },
            ]}
          >
            <Ellipsis aria-hidden />
          </MenuButton>
          <PopupButton
            className={buttonStyle({})}
            popup={(popup) => (
              <Popover {...popup} label="How this is counted">
                <p className="text-ink-2">Points of controls that other tools cover are our count, not Microsoft's.</p>
              </Popover>
            )}
          >
            Popover
          </PopupButton>
          <FacetFilter
            label="Risk"
            value={risk}
            onChange={setRisk}
            options={[
              { value: 'critical', label: 'Critical', count: 5 },
              { value: 'high', label: 'High', count: 12 },
            ]}
          />
          <Button
            onClick={() =>
              toast({
                id: 'moved',
                title: 'Moved to Q1 2027',
                detail: 'EDR to all endpoints',
                undo: () => toast({ title: 'Moved back' }),
              })
            }
          >
            Toast
          </Button>
          <Button
            onClick={() => toast({ title: 'Could not be saved', detail: 'The item was changed by Tom.', tone: 'bad' })}
          >
            Bad toast
          </Button>
        </div>
      </Show>
      <Suspense>
        {open === 'dialog' ? (
          <Dialog
            open
            onOpenChange={close}
            title="New planner item"
            description="An estimate for the client conversation. The quote comes later, in your PSA."
            footer={
              <>
                <Button onClick={() => setOpen('none')}>Cancel</Button>
                <Button variant="primary" onClick={() => setOpen('none')}>
                  Add item
                </Button>
              </>
            }
          >
            <p>What the item needs goes here.</p>
          </Dialog>
        ) : null}
        {open === 'confirm' ? (
          <ConfirmDialog
            open
            onOpenChange={close}
            title="Delete Cedar Ridge Family Dental?"
            effect="31 users, 76 devices and 22 planner items go with it. This cannot be undone."
            verb="Delete Cedar Ridge"
            onConfirm={() => toast({ title: 'Deleted Cedar Ridge' })}
          />
        ) : null}
      </Suspense>
    </Console>
  );
}
