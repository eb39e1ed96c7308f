import { CSPProvider } from '@base-ui/react/csp-provider';
import type { ComponentType, ReactNode } from 'react';
import { type LinkProps, LinkProvider } from './link.tsx';
import { LocaleProvider, type LocaleSettings } from './locale.tsx';
import { ToastHost } from './toast.tsx';

/** Everything the kit needs around an app: the router's link, the MSP's locale, toasts, and Base UI without inline styles. */
export function KitProvider({
  link,
  locale,
  children,
}: {
  link: ComponentType<LinkProps>;
  locale: LocaleSettings;
  children: ReactNode;
}) {
  return (
    <CSPProvider disableStyleElements>
      <LocaleProvider {...locale}>
        <LinkProvider component={link}>
          {children}
          <ToastHost />
        </LinkProvider>
      </LocaleProvider>
    </CSPProvider>
  );
}
