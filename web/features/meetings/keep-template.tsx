import { useQueryClient } from '@tanstack/react-query';
import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';
import { NewTemplate } from '../../../shared/meetings/meeting-template.ts';
import { client } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { counted } from '../../ui/format.ts';
import { TextInput } from '../../ui/text-input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { toast } from '../../ui/toast.tsx';
import { refreshMeetings } from './queries.ts';

/** Keeps an agenda as a template of the MSP's own. Loads on first use. */
export default function KeepTemplate({ meeting, onClose }: { meeting: MeetingDetail; onClose: () => void }) {
  const { companyId, meetingId, items } = meeting;
  const queryClient = useQueryClient();
  const form = useSchemaForm(NewTemplate, { companyId, meetingId, name: '', description: '' });
  const kept = items.filter(({ records }) => records.length === 0).length;
  const left = items.length - kept;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Keep as template"
      description={`${counted(kept, 'item')} with words and time boxes.${
        left > 0 ? ` ${counted(left, 'item')} about records of this client ${left === 1 ? 'stays' : 'stay'} out.` : ''
      } Everybody who sees meetings sees the template.`}
    >
      <Form
        form={form}
        onSubmit={async (values) => {
          const { name } = await client.meetings.saveTemplate(values);
          toast({ title: `${name} kept as a template`, detail: 'New meetings can start from it.' });
          onClose();
          await refreshMeetings(queryClient);
        }}
      >
        <FormField form={form} name="name" label="Name">
          {(control) => <TextInput {...control} placeholder="Quarterly review, dental" autoComplete="off" />}
        </FormField>
        <FormField form={form} name="description" label="What it is for" optional>
          {(control) => <Textarea {...control} value={control.value ?? ''} rows={2} maxLength={300} />}
        </FormField>
        <div className="flex justify-end gap-2 max-sm:*:flex-1">
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton>Keep template</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
