import { useQueryClient } from '@tanstack/react-query';
import { type ControlDetail, NewControlDecision } from '../../../shared/m365/control.ts';
import { client } from '../../lib/api.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { asProblem } from '../../ui/problem.ts';
import { Select } from '../../ui/select.tsx';
import { tell } from '../../ui/tell.ts';
import { Textarea } from '../../ui/textarea.tsx';
import { toast } from '../../ui/toast.tsx';
import { demandsOf } from './demands.ts';
import { CONTROL_STATE_ORDER } from './orders.ts';
import { m365Key } from './queries.ts';
import { CONTROL_STATES } from './text.ts';

const options = CONTROL_STATE_ORDER.map((value) => ({ value, label: CONTROL_STATES[value].word }));

/** Says where a control stands for a client. Each status asks for what makes it believable; the last one can be undone. */
export function DecisionForm({
  companyId,
  control,
  onDecided,
}: {
  companyId: string;
  control: ControlDetail;
  onDecided: () => void;
}) {
  const queryClient = useQueryClient();
  const { controlId, title, decision, v, status } = control;
  const form = useSchemaForm(NewControlDecision, {
    companyId,
    controlId,
    v,
    status: decision?.status ?? status,
    evidence: decision?.evidence,
    reason: decision?.reason,
    until: decision?.until,
  });
  const demands = demandsOf(form.watch('status'));
  const refresh = async () => {
    await queryClient.invalidateQueries({ queryKey: m365Key() });
    onDecided();
  };
  const undo = async (now: number) => {
    const before = decision ?? { status: 'to_address' as const };
    const {
      status: was,
      evidence,
      reason,
      until,
    } = { evidence: undefined, reason: undefined, until: undefined, ...before };
    try {
      await client.m365.decideControl({ companyId, controlId, v: now, status: was, evidence, reason, until });
    } catch (error) {
      tell(error);
    }
    await refresh();
  };
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        const { evidence, reason, until } = demandsOf(values.status);
        try {
          const saved = await client.m365.decideControl({
            companyId,
            controlId,
            // The version on screen, which a refusal has fetched anew: what somebody else decided was seen then.
            v,
            status: values.status,
            ...(evidence ? { evidence: values.evidence } : {}),
            ...(reason ? { reason: values.reason } : {}),
            ...(until ? { until: values.until } : {}),
          });
          await refresh();
          toast({
            id: `control-${controlId}`,
            title: `${CONTROL_STATES[values.status].word}: ${title}`,
            undo: () => void undo(saved.v),
          });
        } catch (error) {
          if (asProblem(error)?.status === 409) await refresh();
          throw error;
        }
      }}
    >
      <FormField form={form} name="status" label="Our status" help={demands.help}>
        {(field) => <Select {...field} options={options} />}
      </FormField>
      {demands.evidence ? (
        <FormField form={form} name="evidence" label={demands.evidence} help="It counts only with proof.">
          {({ value, onChange, ...field }) => (
            <Textarea
              {...field}
              rows={2}
              maxLength={500}
              value={value ?? ''}
              onChange={(event) => onChange(event.target.value || undefined)}
            />
          )}
        </FormField>
      ) : null}
      {demands.reason ? (
        <FormField form={form} name="reason" label="Why" optional={!demands.reasonNeeded}>
          {({ value, onChange, ...field }) => (
            <Textarea
              {...field}
              rows={2}
              maxLength={1_000}
              value={value ?? ''}
              onChange={(event) => onChange(event.target.value || undefined)}
            />
          )}
        </FormField>
      ) : null}
      {demands.until ? (
        <FormField form={form} name="until" label="Look at it again on">
          {({ value, onChange, ...field }) => (
            <DateInput
              {...field}
              value={value ?? null}
              onChange={(date) => onChange(date ?? undefined)}
              className="w-44"
            />
          )}
        </FormField>
      ) : null}
      <SubmitButton className="w-fit">Set status</SubmitButton>
    </Form>
  );
}
