import { useQueryClient } from '@tanstack/react-query';
import { addMonths, type CalendarDate, dateIn, fiscalQuarter } from '../../../shared/kernel/date.ts';
import { NewReport, SECTIONS } from '../../../shared/reports/report.ts';
import { client } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { reportsKey } from './queries.ts';
import { SECTION } from './text.ts';

/** The quarter under way, as the report's first proposal. */
function thisQuarter(
  timeZone: string,
  fiscalYearStart: number,
): { title: string; from: CalendarDate; to: CalendarDate } {
  const today = dateIn(timeZone, new Date());
  const { quarter, year, start } = fiscalQuarter(today, fiscalYearStart);
  return {
    title: `Quarterly review, Q${quarter} ${year}`,
    from: start < addMonths(today, -1) ? start : addMonths(start, -3),
    to: today,
  };
}

/** Asks for a report: title, period, sections. */
export default function NewReportDialog({
  company,
  onClose,
  onMade,
}: {
  company: { companyId: string; timeZone: string; fiscalYearStart: number };
  onClose: () => void;
  onMade: (reportId: string) => void;
}) {
  const queryClient = useQueryClient();
  const { title, from, to } = thisQuarter(company.timeZone, company.fiscalYearStart);
  const form = useSchemaForm(NewReport, {
    companyId: company.companyId,
    title,
    period: { from, to },
    // Years ahead tell of work that the client has not seen yet: whoever wants them printed says so.
    sections: SECTIONS.filter((section) => section !== 'forecast'),
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="New report"
      description="The data is frozen when the report is made: it reads the same next year."
    >
      <Form
        form={form}
        onSubmit={async (values) => {
          const report = await client.reports.create(values);
          await queryClient.invalidateQueries({ queryKey: reportsKey() });
          toast({ title: 'Report started', detail: 'You get a mail when it is ready.' });
          onMade(report.reportId);
        }}
      >
        <FormField form={form} name="title" label="Title">
          {(control) => <TextInput {...control} />}
        </FormField>
        <div className="grid grid-cols-2 gap-4">
          <FormField form={form} name="period.from" label="From">
            {(control) => <DateInput {...control} />}
          </FormField>
          <FormField form={form} name="period.to" label="To">
            {(control) => <DateInput {...control} />}
          </FormField>
        </div>
        <FormField form={form} name="sections" label="Sections" group>
          {({ value, onChange }) => (
            <div className="flex flex-col gap-2">
              {SECTIONS.map((section) => (
                <Checkbox
                  key={section}
                  label={SECTION[section].label}
                  detail={SECTION[section].detail}
                  checked={value.includes(section)}
                  onChange={(on) => onChange(on ? [...value, section] : value.filter((one) => one !== section))}
                />
              ))}
            </div>
          )}
        </FormField>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton>Make report</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
