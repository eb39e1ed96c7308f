import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { LoaderCircle, Search } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { cx } from './cx.ts';
import { backdropStyle } from './dialog.tsx';
import { Kbd } from './kbd.tsx';
import { mergeSections } from './palette-sections.ts';
import { paletteItemStyle } from './popup-style.ts';

export type Command = {
  id: string;
  label: string;
  /** Grey words behind the label: a client, a kind, a date. */
  hint?: string;
  /** More words to be found by. */
  keywords?: string;
  icon?: ReactNode;
  shortcut?: string;
  run: () => void;
};

export type CommandSection = { id: string; label: string; items: readonly Command[] };

/** What the server found for a text, and what to say of it: that there is more, or that the text is too short. */
export type Found = { sections: readonly CommandSection[]; note?: string };

/**
 * Goes anywhere and runs anything: pages, clients, records, actions on the selection. `sections` are known at once and are
 * filtered here; `search` answers typed text from the server and is asked after a rest of 150 ms. Load with React.lazy.
 */
export default function CommandPalette({
  open,
  onOpenChange,
  sections,
  search,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  sections: readonly CommandSection[];
  search?: SearchFn;
}) {
  const [text, setText] = useState('');
  const { found, state } = useSearch(open ? text : '', search);
  const groups = useMemo(() => mergeSections(sections, found.sections, text), [sections, found, text]);

  return (
    <Dialog.Root
      open={open}
      onOpenChange={onOpenChange}
      onOpenChangeComplete={(shown) => {
        if (!shown) setText('');
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropStyle} />
        <Dialog.Viewport className="fixed inset-0 z-40 flex justify-center px-2 pt-2 sm:pt-[12vh]">
          <Dialog.Popup
            aria-label="Search or run a command"
            className="flex h-fit max-h-[min(28rem,84dvh)] w-full max-w-144 flex-col overflow-hidden rounded-dialog bg-surface text-ink shadow-pop outline-none transition-[opacity,scale] duration-100 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0"
          >
            <Autocomplete.Root
              open
              inline
              items={groups}
              filter={null}
              value={text}
              onValueChange={setText}
              itemToStringValue={(command: Command) => command.label}
              autoHighlight="always"
              keepHighlight
            >
              <div className="flex h-12 shrink-0 items-center gap-2.5 border-line border-b px-4">
                {state === 'asking' ? (
                  <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin text-ink-3" />
                ) : (
                  <Search aria-hidden className="size-4 shrink-0 text-ink-3" />
                )}
                <Autocomplete.Input
                  aria-label="Search or run a command"
                  placeholder="Search or run a command"
                  className="h-full min-w-0 flex-1 bg-transparent text-15 outline-none max-sm:text-field"
                />
                <Dialog.Close className="grid min-h-6 place-items-center rounded-badge">
                  <span className="sr-only">Close</span>
                  <span aria-hidden>
                    <Kbd keys="escape" />
                  </span>
                </Dialog.Close>
              </div>
              <Autocomplete.Status className="px-4 text-ink-3 text-meta not-empty:py-3">
                {statusText(text, groups.length, state, found.note)}
              </Autocomplete.Status>
              <Autocomplete.List className="min-h-0 flex-1 scroll-py-8 overflow-y-auto not-data-empty:p-2">
                {(group: CommandSection) => (
                  <Autocomplete.Group key={group.id} items={group.items} className="not-first:mt-1">
                    <Autocomplete.GroupLabel className="px-2 py-1 text-ink-3 text-meta">
                      {group.label}
                    </Autocomplete.GroupLabel>
                    <Autocomplete.Collection>
                      {(command: Command) => (
                        <Autocomplete.Item
                          key={command.id}
                          value={command}
                          onClick={() => {
                            onOpenChange(false);
                            command.run();
                          }}
                          className={cx(paletteItemStyle, '[&_svg]:text-ink-2')}
                        >
                          {command.icon}
                          <span className="truncate">{command.label}</span>
                          {command.hint ? <span className="truncate text-ink-3 text-meta">{command.hint}</span> : null}
                          {command.shortcut ? <Kbd keys={command.shortcut} className="ml-auto" /> : null}
                        </Autocomplete.Item>
                      )}
                    </Autocomplete.Collection>
                  </Autocomplete.Group>
                )}
              </Autocomplete.List>
            </Autocomplete.Root>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function statusText(text: string, groups: number, state: 'idle' | 'asking' | 'failed', note?: string): string {
  if (state === 'failed') return 'Records could not be searched. Pages and commands still work.';
  if (state === 'idle' && note) return note;
  if (groups > 0) return '';
  if (state === 'asking') return 'Searching';
  return text.trim() === '' ? 'Type to search.' : `Nothing found for "${text.trim()}".`;
}

type SearchFn = (text: string, signal: AbortSignal) => Promise<Found>;

const NOTHING: Found = { sections: [] };

function useSearch(text: string, search: SearchFn | undefined) {
  const [answer, setAnswer] = useState<{ for: string; found: Found; failed?: boolean }>({ for: '', found: NOTHING });
  const wanted = text.trim();
  useEffect(() => {
    if (!search || wanted === '') return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      search(wanted, stop.signal).then(
        (found) => {
          if (!stop.signal.aborted) setAnswer({ for: wanted, found });
        },
        () => {
          // Whatever the reason, the person learns of it in the list; pages and commands go on working.
          if (!stop.signal.aborted) setAnswer({ for: wanted, found: NOTHING, failed: true });
        },
      );
    }, 150);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted, search]);

  if (!search || wanted === '') return { found: NOTHING, state: 'idle' as const };
  if (answer.for !== wanted) return { found: answer.found, state: 'asking' as const };
  return { found: answer.found, state: answer.failed ? ('failed' as const) : ('idle' as const) };
}
