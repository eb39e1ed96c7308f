import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useState } from 'react';
import { z } from 'zod';
import { dateIn } from '../../../shared/kernel/calendar.ts';
import { type Meeting, NewMeeting } from '../../../shared/meetings/meeting.ts';
import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';
import { client } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { counted, formatDate } from '../../ui/format.ts';
import { TextLink } from '../../ui/link-button.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { type RadioCard, RadioCards } from '../../ui/radio-cards.tsx';
import type { RecordRef } from '../../ui/record-actions.tsx';
import { Select } from '../../ui/select.tsx';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { keepMeeting, meetingQuery, meetingsQuery, refreshMeetings, templatesQuery } from './queries.ts';
import { AlreadyThere, TimeLeft } from './room-left.tsx';
import { STATUSES } from './statuses.ts';
import { instantOf, proposedDay } from './zone-time.ts';

const NEW = 'new';
const EMPTY = 'empty';
const MORNING = '10:00';
const MOST_LABEL = 160;

const Fields = z
  .object({
    meeting: z.string(),
    title: z.string(),
    date: z.string().nullable(),
    time: z.string(),
    template: z.string(),
  })
  .superRefine(({ meeting, title, date, time }, context) => {
    if (meeting !== NEW) return;
    const words = NewMeeting.shape.title.safeParse(title);
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    for (const { message } of words.error?.issues ?? []) refuse('title', message);
    if (!date) refuse('date', 'Choose the day.');
    if (!time) refuse('time', 'Enter the time.');
  });

interface Props {
  company: { companyId: string; timeZone: string };
  records: readonly RecordRef[];
  meetingHref: (meetingId: string) => string;
  onOpen: (meetingId: string) => void;
  onAdded: () => void;
  onClose: () => void;
}

const nameOf = ({ type, id }: { type: string; id: string }) => `${type}/${id}`;

/** How many of the records stand on an agenda. */
function onAgenda({ items }: Pick<MeetingDetail, 'items'>, records: readonly RecordRef[]): number {
  const there = new Set(items.flatMap((item) => item.records.map(nameOf)));
  return records.filter(({ kind, id }) => there.has(nameOf({ type: kind, id }))).length;
}

/** Puts records on the agenda of a meeting ahead, or of a new one. Loads on first use. */
export default function AddToMeeting(props: Props) {
  const { company, records, onClose } = props;
  const ahead = useInfiniteQuery(meetingsQuery(company.companyId, { phase: 'ahead' }));
  const labels = records.map(({ label }) => label);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={records.length === 1 ? 'Add to meeting' : `Add ${counted(records.length, 'record')} to a meeting`}
      description={
        labels.length > 3 ? `${labels.slice(0, 2).join(', ')} and ${labels.length - 2} more` : labels.join(', ')
      }
    >
      {ahead.data ? (
        <Choice {...props} meetings={ahead.data.pages.flatMap(({ items }) => items)} />
      ) : ahead.error ? (
        <ErrorState error={ahead.error} onRetry={() => void ahead.refetch()} className="py-6" />
      ) : (
        <CardSkeleton label="Loading the meetings ahead" rows={4} bare />
      )}
    </Dialog>
  );
}

function Choice({
  company: { companyId, timeZone },
  records,
  meetings,
  meetingHref,
  onOpen,
  onAdded,
  onClose,
}: Props & { meetings: readonly Meeting[] }) {
  const { locale } = useLocale();
  const queryClient = useQueryClient();
  const open = meetings.filter(({ status }) => status === 'draft' || status === 'live');
  const locked = meetings.filter(({ status }) => status === 'published');
  const [day] = useState(() => proposedDay(dateIn(timeZone, new Date())));
  const form = useSchemaForm(Fields, {
    meeting: open[0]?.meetingId ?? NEW,
    title: 'Quarterly review',
    date: day,
    time: MORNING,
    template: 'qbr',
  });
  const chosen = form.watch('meeting');
  const { data: detail } = useQuery({ ...meetingQuery({ companyId, meetingId: chosen }), enabled: chosen !== NEW });
  const there = detail ? onAgenda(detail, records) : 0;

  const create = async ({ title, date, time, template }: z.output<typeof Fields>) => {
    const meeting = await client.meetings.create({
      companyId,
      title,
      startsAt: instantOf({ date: date ?? day, time }, timeZone),
      ...(template === EMPTY ? {} : { templateId: template }),
    });
    // Whatever becomes of the records, the meeting is there now: another try goes on with it.
    await refreshMeetings(queryClient);
    form.setValue('meeting', meeting.meetingId);
    return meeting.meetingId;
  };
  const send = async (values: z.output<typeof Fields>) => {
    const meetingId = values.meeting === NEW ? await create(values) : values.meeting;
    const meeting = await client.meetings.addRecords({
      companyId,
      meetingId,
      records: records.map(({ kind: type, id, label }) => ({ type, id, label: label.slice(0, MOST_LABEL) })),
    });
    keepMeeting(queryClient, meeting);
    await refreshMeetings(queryClient);
    // Nothing was added when the meeting is still the one that was listed.
    const wasThere = open.some(({ meetingId: id, v }) => id === meetingId && v === meeting.v);
    toast({
      title: wasThere ? `Already on the agenda of ${meeting.title}` : `Added to ${meeting.title}`,
      detail: `${formatDate(meeting.startsAt, locale, meeting.timeZone, { weekday: true })}, ${counted(records.length, 'record')}`,
      action: { label: 'Open', run: () => onOpen(meetingId) },
    });
    onAdded();
    onClose();
  };

  const when = ({ startsAt, timeZone: zone }: Meeting) =>
    formatDate(startsAt, locale, zone, { weekday: true, time: true });
  const options: RadioCard<string>[] = [
    ...open.map((meeting) => ({
      value: meeting.meetingId,
      label: meeting.title,
      detail: `${when(meeting)}, ${STATUSES[meeting.status].word.toLowerCase()}`,
      fact: <TimeLeft meeting={meeting} />,
      children: there > 0 ? <AlreadyThere there={there} of={records.length} /> : undefined,
    })),
    {
      value: NEW,
      label: 'New meeting',
      detail: 'A draft that nobody is invited to yet',
      children: <NewFields form={form} timeZone={timeZone} />,
    },
  ];
  return (
    <Form form={form} onSubmit={send}>
      <RadioCards
        label="Meeting"
        options={options}
        value={chosen}
        onChange={(meeting) => form.setValue('meeting', meeting, { shouldValidate: form.formState.isSubmitted })}
      />
      {locked.length > 0 ? (
        <ul className="flex flex-col gap-1 text-ink-3 text-meta">
          {locked.map((meeting) => (
            <li key={meeting.meetingId} className="flex items-start gap-1.5">
              <Lock aria-hidden className="mt-0.5 size-3.5 shrink-0" />
              <span className="min-w-0">
                <TextLink href={meetingHref(meeting.meetingId)}>{meeting.title}</TextLink>, {when(meeting)}: its agenda
                is published and locked. Unlock it there to add to it.
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <SubmitButton>Add to meeting</SubmitButton>
      </div>
    </Form>
  );
}

function NewFields({
  form,
  timeZone,
}: {
  form: ReturnType<typeof useSchemaForm<z.input<typeof Fields>, z.output<typeof Fields>>>;
  timeZone: string;
}) {
  const { data } = useQuery(templatesQuery());
  const templates = (data?.items ?? []).map(({ templateId, name, shipped }) => ({
    value: templateId,
    label: name,
    detail: shipped ? undefined : 'Our own',
  }));
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <FormField form={form} name="title" label="Title">
        {(control) => <TextInput {...control} autoComplete="off" maxLength={160} />}
      </FormField>
      <FormField form={form} name="template" label="Agenda">
        {(control) => <Select {...control} options={[...templates, { value: EMPTY, label: 'Empty' }]} />}
      </FormField>
      <FormField form={form} name="date" label="Day">
        {(control) => <DateInput {...control} />}
      </FormField>
      <FormField form={form} name="time" label="Time" help={timeZone.replaceAll('_', ' ')}>
        {(control) => <TextInput {...control} type="time" />}
      </FormField>
    </div>
  );
}
