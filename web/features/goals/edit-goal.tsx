import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { GoalDetail } from '../../../shared/goals/goal.ts';
import { client } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { ChangedMeanwhile } from '../../ui/changed-meanwhile.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { asProblem } from '../../ui/problem.ts';
import { toast } from '../../ui/toast.tsx';
import { fieldsOf, GoalFieldSet, GoalFields, measureOf } from './goal-fields.tsx';
import { goalQuery, refreshGoals } from './queries.ts';

/** The fields of `after` that say something else than `before`; what was emptied is null. */
function changed(before: GoalFields, after: GoalFields) {
  const { metric: _m, baseline: _b, target: _t, ...facts } = after;
  const moved = Object.entries(facts).filter(
    ([field, value]) => (value ?? null) !== (before[field as keyof GoalFields] ?? null),
  );
  const measure = measureOf(after);
  const sameMeasure = JSON.stringify(measure) === JSON.stringify(measureOf(before));
  return {
    ...Object.fromEntries(moved.map(([field, value]) => [field, value ?? null])),
    ...(sameMeasure ? {} : measure),
  };
}

/** Changes a goal. When somebody else was first, it says so and keeps what was typed. Loads on first use. */
export default function EditGoal({
  goal,
  currency,
  people,
  contacts,
  onClose,
}: {
  goal: GoalDetail;
  currency: string;
  people: ReadonlyMap<string, string>;
  contacts: readonly { contactId: string; name: string }[];
  onClose: () => void;
}) {
  const queryClient = useQueryClient();
  const form = useSchemaForm(GoalFields, fieldsOf(goal));
  const [changedBy, setChangedBy] = useState<string>();
  const { companyId, goalId, v } = goal;
  const { queryKey } = goalQuery({ companyId, goalId });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Edit goal" size="lg">
      <Form
        form={form}
        onSubmit={async (values) => {
          setChangedBy(undefined);
          const { progress, ...set } = changed(fieldsOf(goal), values) as Partial<GoalFields>;
          const byHand = values.progressMode === 'manual' && progress !== undefined ? { progress } : {};
          if (Object.keys({ ...set, ...byHand }).length === 0) return onClose();
          try {
            const saved = await client.goals.edit({ ...set, ...byHand, companyId, goalId, v } as Parameters<
              typeof client.goals.edit
            >[0]);
            queryClient.setQueryData(queryKey, saved);
            toast({ title: 'Goal saved', detail: saved.title });
            onClose();
            await refreshGoals(queryClient);
          } catch (error) {
            if (asProblem(error)?.status !== 409) throw error;
            await queryClient.invalidateQueries({ queryKey });
            setChangedBy(queryClient.getQueryData<GoalDetail>(queryKey)?.updatedBy ?? '');
          }
        }}
      >
        <ChangedMeanwhile what="goal" by={changedBy} people={people} onDiscard={onClose} />
        <GoalFieldSet form={form} currency={currency} people={people} contacts={contacts} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton>Save goal</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
