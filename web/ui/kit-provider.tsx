import { CSPProvider } from '@base-ui/react/csp-provider';
import type { ComponentType, ReactNode } from 'react';
import { type LinkProps, LinkProvider } from './link.tsx';
import { LocaleProvider, type LocaleSettings } from './locale.tsx';
import { ShortcutsProvider } from './shortcuts.tsx';
import { ToastHost } from './toast.tsx';

/** Everything the kit needs around an app: the router's link, the MSP's locale, shortcuts, toasts, and Base UI without inline styles. */
export function KitProvider({
  link,
  locale,
  shortcuts = true,
  children,
}: {
  link: ComponentType<LinkProps>;
  locale: LocaleSettings;
  /** A person's setting: single-key shortcuts on or off. */
  shortcuts?: boolean;
  children: ReactNode;
}) {
  return (
    <CSPProvider disableStyleElements>
      <LocaleProvider {...locale}>
        <LinkProvider component={link}>
          <ShortcutsProvider enabled={shortcuts}>
            {children}
            <ToastHost />
          </ShortcutsProvider>
        </LinkProvider>
      </LocaleProvider>
    </CSPProvider>
  );
}
