import { useSyncExternalStore } from 'react';
import type { MenuGroup } from '../../../ui/menu-button.tsx';

function subscribe(listener: () => void): () => void {
  document.addEventListener('fullscreenchange', listener);
  return () => document.removeEventListener('fullscreenchange', listener);
}

/** A browser may refuse full screen for reasons of its own; the page is the same without it. */
function toggleFullScreen(): void {
  const change = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  change.catch((error: unknown) => {
    if (!(error instanceof TypeError)) reportError(error);
  });
}

/** Ways to show the meeting, and to leave its page. */
export function useMenu({
  isHidden,
  hide,
  href,
  clientHref,
  onEnd,
}: {
  isHidden: boolean;
  hide: (hidden: boolean) => void;
  href: string;
  clientHref: string;
  onEnd: () => void;
}): { groups: readonly MenuGroup[]; toggleFullScreen: () => void } {
  const isFull = useSyncExternalStore(subscribe, () => document.fullscreenElement !== null);
  const groups: MenuGroup[] = [
    {
      id: 'show',
      items: [
        {
          id: 'client',
          label: 'Open the client view',
          detail: 'A second window, for the shared screen',
          onSelect: () => void window.open(clientHref, 'fairlead-client-view', 'popup,width=1280,height=800'),
        },
        {
          id: 'hide',
          label: isHidden ? 'Show your side' : 'Hide your side',
          detail: 'For people who share one screen',
          shortcut: 'h',
          onSelect: () => hide(!isHidden),
        },
        ...(document.fullscreenEnabled
          ? [
              {
                id: 'full',
                label: isFull ? 'Leave full screen' : 'Full screen',
                shortcut: 'f',
                onSelect: toggleFullScreen,
              },
            ]
          : []),
      ],
    },
    {
      id: 'leave',
      items: [
        { id: 'end', label: 'End meeting', onSelect: onEnd },
        { id: 'back', label: 'Back to the meeting', detail: 'It stays open', href },
      ],
    },
  ];
  return { groups, toggleFullScreen };
}
