import type { ReactNode } from 'react';
import { Button } from './button.tsx';

/** Cancel, and the button that acts: in sight below a form that is longer than its dialog. Last in the Form. */
export function DialogButtons({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  return (
    <div className="sticky -bottom-5 z-1 -mx-5 -mb-5 flex justify-end gap-2 border-line border-t bg-surface px-5 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] max-sm:*:flex-1">
      <Button onClick={onClose}>Cancel</Button>
      {children}
    </div>
  );
}
