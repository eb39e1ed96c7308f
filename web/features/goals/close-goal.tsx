import { useQueryClient } from '@tanstack/react-query';
import { Abandonment, Achievement, type Goal } from '../../../shared/goals/goal.ts';
import { client } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { toast } from '../../ui/toast.tsx';
import { goalQuery, refreshGoals } from './queries.ts';

const Evidence = Achievement.pick({ evidence: true });
const Reason = Abandonment.pick({ reason: true });

/** What closes a goal: `achieve` asks for evidence, `abandon` for a reason. Loads on first use. */
export default function CloseGoal({
  goal,
  how,
  onClose,
}: {
  goal: Goal;
  how: 'achieve' | 'abandon';
  onClose: () => void;
}) {
  const queryClient = useQueryClient();
  const { companyId, goalId, v, title } = goal;
  const evidence = useSchemaForm(Evidence, { evidence: '' });
  const reason = useSchemaForm(Reason, { reason: '' });
  const done = async (closing: ReturnType<typeof client.goals.achieve>, word: string) => {
    const saved = await closing;
    queryClient.setQueryData(goalQuery(saved).queryKey, saved);
    toast({ title: word, detail: saved.title });
    onClose();
    await refreshGoals(queryClient);
  };
  const buttons = (word: string) => (
    <div className="flex justify-end gap-2">
      <Button onClick={onClose}>Cancel</Button>
      <SubmitButton>{word}</SubmitButton>
    </div>
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={how === 'achieve' ? 'Mark as achieved' : 'Abandon the goal'}
      description={title}
    >
      {how === 'achieve' ? (
        <Form
          form={evidence}
          onSubmit={(said) => done(client.goals.achieve({ companyId, goalId, v, ...said }), 'Achieved')}
        >
          <FormField form={evidence} name="evidence" label="Evidence" help="How everybody can see that it is reached.">
            {(control) => <Textarea {...control} rows={3} maxLength={2_000} />}
          </FormField>
          {buttons('Mark as achieved')}
        </Form>
      ) : (
        <Form
          form={reason}
          onSubmit={(said) => done(client.goals.abandon({ companyId, goalId, v, ...said }), 'Abandoned')}
        >
          <FormField form={reason} name="reason" label="Reason" help="The next reader will ask. It can be reopened.">
            {(control) => <Textarea {...control} rows={3} maxLength={2_000} />}
          </FormField>
          {buttons('Abandon')}
        </Form>
      )}
    </Dialog>
  );
}
