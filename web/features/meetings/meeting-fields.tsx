import { z } from 'zod';
import { CalendarDate } from '../../../shared/kernel/date.ts';
import { NewMeeting } from '../../../shared/meetings/meeting.ts';
import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';
import { REPEAT_WORDS, TYPE_WORDS } from '../../../shared/meetings/words.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { FormField, type SchemaForm } from '../../ui/form.tsx';
import { formatTime } from '../../ui/format.ts';
import { useLocale } from '../../ui/locale.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { optionsOf } from '../../ui/options.ts';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { TimeInput } from '../../ui/time-input.tsx';
import { later } from './clock.ts';
import { refOf } from './people.ts';
import { dayAndTime, instantOf, zoneName } from './zone-time.ts';

const { title, type, durationMinutes, place, repeat, templateId, participants } = NewMeeting.shape;

/** What the form of a meeting asks; day and time are the client's, `factsOf` makes the instant out of them. */
export const MeetingFields = z.object({
  companyId: z.string().min(1, 'Choose a client.'),
  templateId,
  title,
  type: type.unwrap(),
  date: CalendarDate,
  time: z.string().regex(/^\d\d:\d\d$/, 'Enter a time of day.'),
  durationMinutes: durationMinutes.unwrap(),
  place: place.unwrap(),
  repeat,
  hostId: z.string().optional(),
  participants: participants.unwrap(),
});
export type MeetingFields = z.infer<typeof MeetingFields>;

/** What the form starts with: a meeting that is there. */
export function fieldsOf(meeting: MeetingDetail): MeetingFields {
  const { startsAt, timeZone, repeat: again } = meeting;
  return {
    companyId: meeting.companyId,
    title: meeting.title,
    type: meeting.type,
    ...dayAndTime(startsAt, timeZone),
    durationMinutes: meeting.durationMinutes,
    place: meeting.place,
    ...(again ? { repeat: again } : {}),
    hostId: meeting.hostId,
    participants: meeting.participants.map(refOf),
  };
}

/** What a filled form says of the meeting itself, as the server takes it. */
export function factsOf({ date, time, ...fields }: MeetingFields, zone: string) {
  const { title: name, type: kind, durationMinutes: minutes, place: where, repeat: again } = fields;
  const startsAt = instantOf({ date, time }, zone);
  return { title: name, type: kind, startsAt, durationMinutes: minutes, place: where, repeat: again };
}

/** Choices of a list cannot be empty. */
const ONCE = 'once';

type MeetingForm = SchemaForm<MeetingFields, MeetingFields>;

/** The span that the fields say, in the client's zone and, where that is another one, in the reader's. */
function useSpan(form: MeetingForm, zone: string | undefined): string | undefined {
  const { locale, timeZone: own } = useLocale();
  const [date, time, minutes] = form.watch(['date', 'time', 'durationMinutes']);
  if (!zone) return 'In the time zone of the client.';
  const where = zoneName(zone, locale);
  if (!date || !time || !minutes) return `${where}, as the client reads it.`;
  const from = instantOf({ date, time }, zone);
  const span = (at: string) => formatTime(from, locale, at, { until: later(from, minutes), zone: true });
  return zone === own ? `${span(zone)}.` : `${span(zone)} for the client, ${span(own)} for you.`;
}

/** Day, time, length and place of a meeting, and how it comes again. */
export function MeetingFieldSet({
  form,
  zone,
  onChange,
}: {
  form: MeetingForm;
  /** The client's zone; undefined while the client is not known. */
  zone: string | undefined;
  /** Day or type moved: a proposed title follows. */
  onChange?: (next: Partial<Pick<MeetingFields, 'date' | 'type'>>) => void;
}) {
  const span = useSpan(form, zone);
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-[12rem_1fr]">
        <FormField form={form} name="type" label="Type">
          {(control) => (
            <Select
              {...control}
              options={optionsOf(TYPE_WORDS)}
              onChange={(next) => {
                control.onChange(next);
                onChange?.({ type: next });
              }}
            />
          )}
        </FormField>
        <FormField form={form} name="title" label="Title">
          {(control) => <TextInput {...control} autoComplete="off" maxLength={160} />}
        </FormField>
      </div>
      <div className="grid grid-cols-2 gap-x-4 gap-y-1 sm:grid-cols-[1fr_1fr_8rem]">
        <FormField form={form} name="date" label="Date" className="max-sm:col-span-2">
          {(control) => (
            <DateInput
              {...control}
              onChange={(next) => {
                control.onChange(next);
                if (next) onChange?.({ date: next });
              }}
            />
          )}
        </FormField>
        <FormField form={form} name="time" label="Time">
          {(control) => <TimeInput {...control} step={300} />}
        </FormField>
        <FormField form={form} name="durationMinutes" label="Takes">
          {(control) => <NumberInput {...control} unit="min" />}
        </FormField>
        {span ? (
          <p role="status" className="num col-span-full text-ink-3 text-meta">
            {span}
          </p>
        ) : null}
      </div>
      <div className="grid gap-4 sm:grid-cols-[1fr_12rem]">
        <FormField form={form} name="place" label="Place" optional help="An address, a room, or a link to join.">
          {(control) => <Textarea {...control} rows={1} maxLength={300} className="min-h-control!" />}
        </FormField>
        <FormField form={form} name="repeat" label="Repeats">
          {(control) => (
            <Select
              {...control}
              options={[{ value: ONCE, label: 'Once' }, ...optionsOf(REPEAT_WORDS)]}
              value={control.value ?? ONCE}
              onChange={(next) => control.onChange(next === ONCE ? undefined : next)}
            />
          )}
        </FormField>
      </div>
    </>
  );
}
