import { useQueryClient } from '@tanstack/react-query';
import { Cancellation } from '../../../shared/meetings/meeting.ts';
import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';
import { client } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { counted } from '../../ui/format.ts';
import { Textarea } from '../../ui/textarea.tsx';
import { toast } from '../../ui/toast.tsx';
import { keepMeeting, refreshMeetings } from './queries.ts';

const Fields = Cancellation.pick({ reason: true, endsSeries: true });

/** Asks why a meeting does not take place; those who were invited read it. Loads on first use. */
export default function CancelMeeting({ meeting, onClose }: { meeting: MeetingDetail; onClose: () => void }) {
  const queryClient = useQueryClient();
  const form = useSchemaForm(Fields, { reason: '', endsSeries: false });
  const { companyId, meetingId, v, title, invitation, participants, repeat } = meeting;
  const reached = invitation > 0 ? participants.filter(({ email }) => email).length : 0;
  return (
    <Dialog
      alert
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Cancel ${title}`}
      description={
        reached > 0
          ? `${counted(reached, 'person', 'people')} get a mail with the reason, and the meeting leaves their calendar. It cannot be taken back.`
          : 'Nobody was invited yet, so nobody is told. It cannot be taken back.'
      }
    >
      <Form
        form={form}
        onSubmit={async (fields) => {
          const saved = await client.meetings.cancel({ companyId, meetingId, v, ...fields });
          keepMeeting(queryClient, saved);
          toast({ title: 'Meeting cancelled', detail: saved.title });
          onClose();
          await refreshMeetings(queryClient);
        }}
      >
        <FormField form={form} name="reason" label="Reason">
          {(control) => <Textarea {...control} rows={3} maxLength={500} />}
        </FormField>
        {repeat ? (
          <FormField form={form} name="endsSeries" label="Series" group>
            {({ value, onChange, ref: _ref, ...control }) => (
              <Checkbox
                {...control}
                checked={value === true}
                onChange={onChange}
                label="End the series too"
                detail="Otherwise the next one is planned now, with what stands on this agenda."
              />
            )}
          </FormField>
        ) : null}
        <div className="flex justify-end gap-2 max-sm:*:flex-1">
          <Button onClick={onClose}>Keep the meeting</Button>
          <SubmitButton variant="danger">Cancel the meeting</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
