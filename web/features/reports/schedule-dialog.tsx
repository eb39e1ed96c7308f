import { useMutation, useQueryClient } from '@tanstack/react-query';
import { dateIn } from '../../../shared/kernel/calendar.ts';
import { nextDate } from '../../../shared/reports/occurrences.ts';
import { MAKING_HOUR, type ReportSchedule, Rule, ScheduleChange } from '../../../shared/reports/schedule.ts';
import { client } from '../../lib/api.ts';
import { DateText } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { tell } from '../../ui/tell.ts';
import { toast } from '../../ui/toast.tsx';
import { refreshReports } from './queries.ts';
import { RecipientBoxes, useReaching } from './recipient-boxes.tsx';

const EVERY = [
  { value: 'month', label: 'Every month' },
  { value: 'quarter', label: 'Every quarter' },
] as const;
const ON = [
  {
    value: 'weeks-before-end',
    label: 'Some weeks before its end',
    detail: 'About the time under way, for reviews held in it',
  },
  { value: 'day', label: 'On a set day', detail: 'About the month or quarter that has ended' },
] as const;

/** Sets when a client's reports are made, to whom they go, and whether somebody looks first. */
export default function ScheduleDialog({
  company,
  schedule,
  peopleHref,
  onClose,
}: {
  company: { companyId: string; name: string; timeZone: string; fiscalYearStart: number };
  schedule: ReportSchedule | undefined;
  peopleHref: string;
  onClose: () => void;
}) {
  const { companyId, timeZone, fiscalYearStart } = company;
  const queryClient = useQueryClient();
  const stored = schedule?.recipients ?? [];
  const reached = useReaching(companyId);
  const form = useSchemaForm(ScheduleChange, {
    companyId,
    v: schedule?.v ?? 0,
    rule: schedule?.rule ?? { every: 'quarter', on: 'weeks-before-end', count: 2 },
    recipients: stored,
    review: schedule?.review ?? true,
  });
  const rule = Rule.safeParse(form.watch('rule')).data;
  const end = useMutation({
    mutationFn: (v: number) => client.reports.endSchedule({ companyId, v }),
    onSuccess: async () => {
      toast({ title: 'Schedule ended', detail: 'Reports that it made stay.' });
      await refreshReports(queryClient);
      onClose();
    },
    onError: tell,
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Reports of ${company.name} on a schedule`}
      description={`Each is made at ${MAKING_HOUR}:00 of your time zone, in your usual order of sections. A day without data is passed over.`}
    >
      <Form
        form={form}
        onSubmit={async (values) => {
          await client.reports.setSchedule({ ...values, recipients: reached(values.recipients) });
          toast({ title: 'Schedule saved' });
          await refreshReports(queryClient);
          onClose();
        }}
      >
        <FormField form={form} name="rule.every" label="How often" group>
          {({ value, onChange }) => <Segmented label="How often" options={EVERY} value={value} onChange={onChange} />}
        </FormField>
        <FormField form={form} name="rule.on" label="When" group>
          {({ value, onChange }) => (
            <RadioCards
              options={ON.map((way) => ({
                ...way,
                children: (
                  <FormField
                    form={form}
                    name="rule.count"
                    label={
                      way.value === 'weeks-before-end'
                        ? 'Weeks'
                        : rule?.every === 'quarter'
                          ? 'Day of its first month'
                          : 'Day of the month'
                    }
                    help={
                      rule ? (
                        <>
                          Next on <DateText iso={nextDate(rule, dateIn(timeZone, new Date()), fiscalYearStart)} year />
                        </>
                      ) : undefined
                    }
                  >
                    {(control) => <NumberInput {...control} className="w-24" />}
                  </FormField>
                ),
              }))}
              value={value}
              onChange={onChange}
            />
          )}
        </FormField>
        <FormField form={form} name="recipients" label="Mail the link to" group>
          {({ value, onChange }) => (
            <RecipientBoxes
              companyId={companyId}
              peopleHref={peopleHref}
              stored={stored}
              value={value}
              onChange={onChange}
            />
          )}
        </FormField>
        <FormField form={form} name="review" label="Before it goes out" group>
          {({ value, onChange }) => (
            <Checkbox
              label="Somebody reviews each report first"
              detail="Whoever owns the client is told that it waits; one press sends it. Without review it goes out by itself."
              checked={value}
              onChange={onChange}
            />
          )}
        </FormField>
        <div className="flex flex-wrap justify-end gap-2">
          {schedule ? (
            <Button variant="quiet" className="mr-auto" busy={end.isPending} onClick={() => end.mutate(schedule.v)}>
              End the schedule
            </Button>
          ) : null}
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton>Save the schedule</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
