import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { dateIn } from '../../../shared/kernel/calendar.ts';
import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';
import { proposedTitle, titleOfNext } from '../../../shared/meetings/proposed-title.ts';
import { SHIPPED_TEMPLATES } from '../../../shared/meetings/shipped-templates.ts';
import { client } from '../../lib/api.ts';
import { useSession } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { Select } from '../../ui/select.tsx';
import { toast } from '../../ui/toast.tsx';
import { factsOf, fieldsOf, MeetingFieldSet, MeetingFields } from './meeting-fields.tsx';
import { type Invitable, likely, type MeetingClient } from './people.ts';
import { PeopleField } from './people-field.tsx';
import { keepMeeting, refreshMeetings, templatesQuery } from './queries.ts';
import { TemplateItems } from './template-items.tsx';
import { templateFact } from './text.ts';
import { instantOf, proposedDay } from './zone-time.ts';

/** Choices of a list cannot be empty. */
const NO_TEMPLATE = 'none';
const USUAL = 'qbr';

/** The template after whose kind a meeting was; those that are shipped bear the words of types. */
const templateOf = ({ type }: MeetingDetail) => SHIPPED_TEMPLATES.find((one) => one.templateId === type)?.templateId;

/** Plans a meeting, with the agenda of a template or with what an earlier one left open. Loads on first use. */
export default function NewMeeting({
  company,
  chooseClient,
  people,
  templateId = USUAL,
  previous,
  onClose,
  onOpen,
}: {
  /** Whose meeting it is; undefined until it is chosen. */
  company: MeetingClient | undefined;
  /** The control that chooses it, over all clients. */
  chooseClient?: (ref: RefObject<HTMLButtonElement | null>) => ReactNode;
  /** Staff and contacts of the client; undefined while they load. */
  people: readonly Invitable[] | undefined;
  templateId?: string;
  /** The closed meeting after which it comes. */
  previous?: MeetingDetail;
  onClose: () => void;
  onOpen: (meeting: MeetingDetail) => void;
}) {
  const queryClient = useQueryClient();
  const first = useRef<HTMLButtonElement>(null);
  const { actor } = useSession();
  const { timeZone: own } = useLocale();
  const offered = useQuery(templatesQuery()).data?.items ?? [];
  const startMonth = company?.fiscalYearStart ?? 1;
  const [day] = useState(() => proposedDay(dateIn(company?.timeZone ?? own, new Date())));
  const form = useSchemaForm(MeetingFields, {
    companyId: company?.companyId ?? '',
    type: 'qbr',
    title: proposedTitle('qbr', day, startMonth),
    time: '10:00',
    durationMinutes: 60,
    place: '',
    participants: [],
    ...(previous
      ? {
          ...fieldsOf(previous),
          title: titleOfNext(previous, instantOf({ date: day, time: '10:00' }, previous.timeZone), startMonth),
        }
      : {}),
    templateId: previous ? templateOf(previous) : templateId,
    date: day,
  });
  const template = offered.find((one) => one.templateId === form.watch('templateId'));
  const proposed = useRef(proposedTitle(form.getValues('type'), day, startMonth));

  /** The title follows type and day until somebody writes their own. */
  const retitle = (next: Partial<Pick<MeetingFields, 'type' | 'date'>> = {}) => {
    const { type, date, title } = { ...form.getValues(), ...next };
    if (title !== proposed.current) return;
    proposed.current = proposedTitle(type, date, startMonth);
    form.setValue('title', proposed.current, { shouldValidate: form.formState.isSubmitted });
  };
  // A template brings its type and length along, and so it does when it comes with the address, before it is loaded.
  const taken = useRef<string>(undefined);
  useEffect(() => {
    if (!template || previous || taken.current === template.templateId) return;
    taken.current = template.templateId;
    form.setValue('type', template.type);
    form.setValue('durationMinutes', template.durationMinutes);
    retitle({ type: template.type });
  });
  // Another client has other people, and other quarters.
  const asked = useRef<string>(undefined);
  useEffect(() => {
    if (!company || !people || asked.current === company.companyId) return;
    asked.current = company.companyId;
    form.setValue('companyId', company.companyId, { shouldValidate: form.formState.isSubmitted });
    if (!previous) form.setValue('participants', likely(people, actor.userId));
    retitle();
  });

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={previous ? 'Plan the next one' : 'New meeting'}
      description={
        previous ? 'It takes over what the last one left open, before the agenda of its template.' : undefined
      }
      size="lg"
      initialFocus={first}
    >
      <Form
        form={form}
        onSubmit={async (fields) => {
          const { companyId, templateId: from, participants } = fields;
          const meeting = await client.meetings.create({
            ...factsOf(fields, company?.timeZone ?? own),
            companyId,
            participants,
            ...(from ? { templateId: from } : {}),
            ...(previous ? { previousMeetingId: previous.meetingId } : {}),
          });
          keepMeeting(queryClient, meeting);
          toast({ title: 'Meeting planned as a draft', detail: 'Nobody is invited until you publish its agenda.' });
          onOpen(meeting);
          await refreshMeetings(queryClient);
        }}
      >
        {chooseClient ? (
          <FormField form={form} name="companyId" label="Client">
            {() => chooseClient(first)}
          </FormField>
        ) : null}
        <FormField
          form={form}
          name="templateId"
          label="Agenda"
          help={template ? `${template.description} ${templateFact(template)}.` : 'The agenda starts empty.'}
        >
          {(control) => (
            <Select
              {...control}
              {...(chooseClient ? {} : { ref: first })}
              options={[
                ...offered.map((one) => ({
                  value: one.templateId,
                  label: one.name,
                  detail: one.shipped ? templateFact(one) : `Our own, ${templateFact(one)}`,
                })),
                { value: NO_TEMPLATE, label: 'Empty agenda' },
              ]}
              value={control.value ?? NO_TEMPLATE}
              onChange={(next) => control.onChange(next === NO_TEMPLATE ? undefined : next)}
            />
          )}
        </FormField>
        {template ? (
          <TemplateItems
            template={template}
            className="-mt-2 grid gap-x-6 rounded-control bg-sunken px-3 py-2 text-ink-2 text-meta sm:grid-cols-2"
          />
        ) : null}
        <MeetingFieldSet form={form} zone={company?.timeZone} onChange={retitle} />
        <FormField
          form={form}
          name="participants"
          label="People"
          group
          help={company ? undefined : 'Choose the client first: its contacts are offered beside your team.'}
        >
          {(control) => (
            <PeopleField
              people={people ?? []}
              value={control.value}
              onChange={control.onChange}
              onBlur={control.onBlur}
            />
          )}
        </FormField>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton>Plan meeting</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
