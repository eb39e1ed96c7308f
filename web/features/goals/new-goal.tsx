import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { GoalDetail } from '../../../shared/goals/goal.ts';
import { client } from '../../lib/api.ts';
import { useSession } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { toast } from '../../ui/toast.tsx';
import { fieldsOf, GoalFieldSet, GoalFields, measureOf } from './goal-fields.tsx';
import type { GoalClient } from './goals-page.tsx';
import { refreshGoals } from './queries.ts';

/** Sets a goal, by hand or out of a finding, and takes it up at once. Loads on first use. */
export default function NewGoal({
  company: { companyId, currency },
  people,
  contacts,
  from = {},
  onClose,
  onOpen,
}: {
  company: Pick<GoalClient, 'companyId' | 'currency'>;
  people: ReadonlyMap<string, string>;
  contacts: readonly { contactId: string; name: string }[];
  /** What it comes from: words to start with, and the finding that is named in it. */
  from?: Pick<Partial<GoalDetail>, 'title' | 'priority' | 'category' | 'findingId'>;
  onClose: () => void;
  onOpen: (goalId: string) => void;
}) {
  const queryClient = useQueryClient();
  const first = useRef<HTMLInputElement>(null);
  // Who sets a goal answers for it, unless they name somebody else.
  const { actor } = useSession();
  const form = useSchemaForm(GoalFields, fieldsOf({ ownerId: actor.userId, ...from }));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={from.findingId ? 'Goal from a finding' : 'New goal'}
      size="lg"
      initialFocus={first}
    >
      <Form
        form={form}
        onSubmit={async (values) => {
          const { metric: _, baseline: _start, target: _end, startDate, targetDate, progress, ...facts } = values;
          const goal = await client.goals.create({
            ...facts,
            ...measureOf(values),
            companyId,
            status: 'active',
            progress: values.progressMode === 'manual' ? progress : 0,
            ...(startDate ? { startDate } : {}),
            ...(targetDate ? { targetDate } : {}),
            ...(from.findingId ? { findingId: from.findingId } : {}),
          });
          await refreshGoals(queryClient);
          toast({ title: 'Goal set', detail: goal.title, action: { label: 'Open', run: () => onOpen(goal.goalId) } });
          onClose();
        }}
      >
        <GoalFieldSet form={form} first={first} currency={currency} people={people} contacts={contacts} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton>Set goal</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
