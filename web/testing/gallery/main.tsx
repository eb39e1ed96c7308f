import './gallery.css';
import { type ComponentType, lazy, StrictMode, Suspense, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod/mini';
import { KitProvider } from '../../ui/kit-provider.tsx';
import type { LinkProps } from '../../ui/link.tsx';
import { ShortcutsProvider } from '../../ui/shortcuts.tsx';

// zod compiles schemas with `new Function` unless told not to, which the CSP forbids.
z.config({ jitless: true });

const pages: Record<string, ComponentType> = {
  controls: lazy(() => import('./controls.tsx')),
  form: lazy(() => import('./form.tsx')),
  display: lazy(() => import('./display.tsx')),
  states: lazy(() => import('./states.tsx')),
  overlays: lazy(() => import('./overlays.tsx')),
  overview: lazy(() => import('./overview.tsx')),
  findings: lazy(() => import('./findings.tsx')),
  item: lazy(() => import('./item.tsx')),
  'long-list': lazy(() => import('./long-list.tsx')),
  portal: lazy(() => import('./portal.tsx')),
  'sign-in': lazy(() => import('./sign-in.tsx')),
  'second-factor': lazy(() => import('./second-factor.tsx')),
  enrol: lazy(() => import('./enrol.tsx')),
  'recovery-codes': lazy(() => import('./recovery-codes.tsx')),
};

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

// Links of the examples lead nowhere: they keep their shape and stay on the page.
function GalleryLink({ href, children, ...rest }: LinkProps) {
  return (
    <a href={`?link=${encodeURIComponent(href)}${location.hash}`} {...rest}>
      {children}
    </a>
  );
}

function Contents() {
  return (
    <main className="p-6">
      <h1 className="mb-3 font-semibold text-18">Components</h1>
      <ul className="columns-3">
        {Object.keys(pages).map((name) => (
          <li key={name} className="py-1">
            <a href={`#${name}`} className="text-accent">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </main>
  );
}

function Gallery() {
  const name = useSyncExternalStore(subscribe, () => location.hash.slice(1));
  const Page = pages[name] ?? Contents;
  return (
    <KitProvider link={GalleryLink} locale={{ locale: 'en-US', timeZone: 'America/Los_Angeles', currency: 'USD' }}>
      <ShortcutsProvider>
        <Suspense>
          <Page />
        </Suspense>
      </ShortcutsProvider>
    </KitProvider>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  );
}
