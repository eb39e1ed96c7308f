import { useQueryClient } from '@tanstack/react-query';
import type { AgendaItem } from '../../../../shared/meetings/agenda.ts';
import { client } from '../../../lib/api.ts';
import { refusalWords } from '../../../ui/states.tsx';
import { keepMeeting } from '../queries.ts';
import { laterQuarters } from './deciding.ts';
import { LinesPanel, type OpenLine, resultOf } from './lines-panel.tsx';
import { ActionPanel, CameUpPanel, DeferPanel, NotePanel } from './panels.tsx';
import type { Surroundings } from './room.tsx';
import type { Live } from './use-live.ts';

/** The question that stands above the decision bar. */
export type Open =
  | { kind: 'defer' | 'note' | 'action' | 'came-up' }
  | { kind: 'lines'; lines: readonly OpenLine[]; begin: 'approved' | 'rejected' };

export function LivePanel({
  live,
  item,
  open,
  around,
  onClose,
}: {
  live: Live;
  /** Absent where the agenda is empty: only something that came up can be added then. */
  item: AgendaItem | undefined;
  open: Open;
  around: Pick<Surroundings, 'today' | 'fiscalYearStart'>;
  onClose: () => void;
}) {
  const queryClient = useQueryClient();
  const { companyId, meetingId, participants } = live.meeting;
  /** Asks the server at once: what has no number yet cannot be shown or decided. */
  const cameUp = async (title: string) => {
    try {
      const saved = await client.meetings.addItem({ companyId, meetingId, title });
      keepMeeting(queryClient, saved);
      const added = saved.agenda.at(-1);
      onClose();
      if (added) live.go(added, saved.items);
      return undefined;
    } catch (error) {
      return refusalWords(error);
    }
  };
  if (open.kind === 'came-up' || !item) return <CameUpPanel onAdd={cameUp} onClose={onClose} />;
  switch (open.kind) {
    case 'defer':
      return (
        <DeferPanel
          quarters={laterQuarters(around.today, around.fiscalYearStart)}
          onChoose={(deferTo) => {
            live.say(item, { result: 'deferred', ...(deferTo ? { deferTo } : {}) });
            onClose();
          }}
          onClose={onClose}
        />
      );
    case 'lines':
      return (
        <LinesPanel
          lines={open.lines}
          begin={open.begin}
          onAnswer={(lines) => {
            live.say(item, { result: resultOf(lines), lines });
            onClose();
          }}
          onClose={onClose}
        />
      );
    case 'note':
      return (
        <NotePanel
          text={item.said?.note ?? ''}
          isInternal={item.visibility === 'internal'}
          onKeep={(text) => {
            if (text !== (item.said?.note ?? '')) live.note(item, text);
            onClose();
          }}
          onClose={onClose}
        />
      );
    case 'action':
      return (
        <ActionPanel
          people={participants}
          onAdd={(action) => {
            live.addAction({ ...action, agendaItemId: item.agendaItemId });
            onClose();
          }}
          onClose={onClose}
        />
      );
  }
}
