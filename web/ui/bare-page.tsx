import type { ReactNode } from 'react';

/** A page that no frame stands around, because there is none at its address or it could not be opened: its own main part. */
export function BarePage({ children }: { children: ReactNode }) {
  return (
    <main id="main" className="min-h-dvh bg-canvas text-body">
      {children}
    </main>
  );
}
