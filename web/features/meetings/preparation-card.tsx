import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';
import { Card } from '../../ui/card.tsx';
import { EditableNote } from '../../ui/editable-note.tsx';
import { useMeetingSave } from './use-meeting.ts';

const LONGEST = 4_000;

/** What staff prepare for themselves; it can be written before the meeting and after. */
export function PreparationCard({
  meeting,
  people,
  writable,
}: {
  meeting: MeetingDetail;
  people: ReadonlyMap<string, string>;
  writable: boolean;
}) {
  const { save, changedBy } = useMeetingSave(meeting);
  return (
    <Card aria-label="Preparation" className="flex">
      <EditableNote
        audience="private"
        alone
        title="Preparation"
        fact="Staff only"
        name="preparation"
        text={meeting.preparation}
        longest={LONGEST}
        empty="Nothing yet. What to ask, what to bring, what to be careful with."
        writable={writable}
        onSave={(preparation) => save({ preparation })}
        changed={{ what: 'meeting', by: changedBy, people }}
      />
    </Card>
  );
}
