import { useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import type { LinkProps } from '../ui/link.tsx';

const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** The kit's link as a client-side navigation: loads on hover or focus, and stays a real anchor for everything else. */
export function RouterLink({ href, onClick, children, ...rest }: LinkProps) {
  const router = useRouter();
  const inside = href.startsWith('/') && !href.startsWith('/api/') && !rest.download;
  const preload = () => {
    if (inside) void router.preloadRoute({ to: href.split('?')[0] as never });
  };
  return (
    <a
      href={href}
      {...rest}
      onMouseEnter={preload}
      onFocus={preload}
      onClick={(event) => {
        onClick?.(event);
        if (!inside || event.defaultPrevented || !isPlain(event) || rest.target) return;
        event.preventDefault();
        router.history.push(href);
      }}
    >
      {children}
    </a>
  );
}
