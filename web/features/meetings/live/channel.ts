import { useEffect, useRef, useState } from 'react';
import type { Screen } from './screen.ts';

/** Between the presenter's page and the windows that show the client's side. No network takes part. */
type Message = { kind: 'screen'; screen: Screen } | { kind: 'who' } | { kind: 'here' } | { kind: 'gone' };

const channelOf = (meetingId: string) => new BroadcastChannel(`fairlead-meeting-${meetingId}`);

/** Shows `screen` in every open client window. True while there is one. */
export function useClientWindow(meetingId: string, screen: Screen): boolean {
  const [isOpen, setOpen] = useState(false);
  const channel = useRef<BroadcastChannel>(undefined);
  const shown = useRef(screen);
  shown.current = screen;
  useEffect(() => {
    const own = channelOf(meetingId);
    channel.current = own;
    own.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.kind === 'here') own.postMessage({ kind: 'screen', screen: shown.current } satisfies Message);
      if (data.kind === 'here' || data.kind === 'gone') setOpen(data.kind === 'here');
    };
    own.postMessage({ kind: 'who' } satisfies Message);
    return () => own.close();
  }, [meetingId]);
  const text = JSON.stringify(screen);
  useEffect(() => {
    channel.current?.postMessage({ kind: 'screen', screen: JSON.parse(text) as Screen } satisfies Message);
  }, [text]);
  return isOpen;
}

/** What the presenter shows; nothing until their page answers. */
export function useScreen(meetingId: string): Screen | undefined {
  const [screen, setScreen] = useState<Screen>();
  useEffect(() => {
    const own = channelOf(meetingId);
    const here = () => own.postMessage({ kind: 'here' } satisfies Message);
    const gone = () => own.postMessage({ kind: 'gone' } satisfies Message);
    own.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.kind === 'screen') setScreen(data.screen);
      if (data.kind === 'who') here();
    };
    here();
    window.addEventListener('pagehide', gone);
    return () => {
      gone();
      window.removeEventListener('pagehide', gone);
      own.close();
    };
  }, [meetingId]);
  return screen;
}
