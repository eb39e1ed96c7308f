import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { buttonStyle } from './button.tsx';
import { cx } from './cx.ts';
import { StatusIcon } from './status-icon.tsx';
import { connectToaster, type ToastMessage } from './toast.tsx';

const stay = 6_000;
type ToastData = Pick<ToastMessage, 'tone'>;

/** The toasts themselves, in a chunk of their own: a live region that F6 reaches. */
export default function Toaster() {
  const [manager] = useState(() => Toast.createToastManager<ToastData>());
  useEffect(
    () =>
      connectToaster(({ id, title, detail, tone, undo, action }) => {
        const way = undo ? { label: 'Undo', run: undo } : action;
        const shown = manager.add({
          id,
          title,
          description: detail,
          timeout: tone === 'bad' ? 0 : stay,
          priority: tone === 'bad' ? 'high' : 'low',
          data: { tone },
          actionProps: way
            ? {
                children: way.label,
                onClick: () => {
                  manager.close(shown);
                  way.run();
                },
              }
            : undefined,
        });
      }),
    [manager],
  );
  return (
    <Toast.Provider toastManager={manager} timeout={stay} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="no-print fixed right-4 bottom-4 z-60 flex w-90 max-w-[calc(100vw-2rem)] flex-col-reverse gap-2 max-sm:bottom-[max(1rem,env(safe-area-inset-bottom))] max-sm:mb-14 sm:[body:has([data-panel-footer])_&]:bottom-20">
          <ToastStack />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastStack() {
  const { toasts } = Toast.useToastManager<ToastData>();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection={['right', 'down']}
      className="rounded-card border border-line bg-surface text-ink shadow-pop transition-[opacity,translate] duration-150 data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-center gap-3 py-2 pr-2 pl-3.5">
        {toast.data?.tone === 'bad' ? <StatusIcon tone="bad" label="Failed" /> : null}
        <div className="min-w-0 flex-1 py-0.5">
          <Toast.Title className="font-semibold text-body" />
          <Toast.Description className="text-ink-3 text-meta" />
        </div>
        <Toast.Action className={buttonStyle({ size: 'sm' })} />
        <Toast.Close aria-label="Close" className={cx(buttonStyle({ variant: 'quiet', size: 'iconSm' }))}>
          <X aria-hidden />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
