import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { z } from 'zod';
import { isClosed, standingOf } from '../../shared/goals/standing.ts';
import { quarterWordsOf } from '../../shared/kernel/fiscal-words.ts';
import { isClosedItem } from '../../shared/planner/closed-statuses.ts';
import { companyQuery } from '../features/companies/queries.ts';
import { boardQuery } from '../features/goals/queries.ts';
import { STANDINGS } from '../features/goals/standings.ts';
import { roadmapQuery } from '../features/planner/queries.ts';
import { client } from '../lib/api.ts';
import { useMay } from '../lib/session.ts';
import { Button } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../ui/form.tsx';
import { counted } from '../ui/format.ts';
import { type RadioCard, RadioCards } from '../ui/radio-cards.tsx';
import type { RecordRef } from '../ui/record-actions.tsx';
import { CardSkeleton } from '../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { refreshLinks } from './linked-queries.ts';
import { hrefOf } from './navigation.tsx';

const Fields = z.object({ record: z.string().min(1, 'Choose an item or a goal.'), how: z.enum(['about', 'replaces']) });

/** What devices can be added to. */
interface Target {
  kind: 'planner-item' | 'goal';
  id: string;
  label: string;
  detail: string;
  /** Of items: the version that is changed. */
  v: number;
  isDated: boolean;
  /** Work that exchanges devices, by the lane it stands in. */
  exchanges: boolean;
}

/** What work does with devices, and what the forecast makes of it. */
const ways = ({ isDated }: Target): RadioCard<'about' | 'replaces'>[] => [
  { value: 'about', label: 'It is about them', detail: 'They are named in the item. The forecast stays as it is.' },
  {
    value: 'replaces',
    label: 'It replaces them',
    detail: `The forecast takes their replacement from this item${isDated ? '' : ', once it has a date'}.`,
  },
];

interface Props {
  companyId: string;
  devices: readonly RecordRef[];
  onAdded: () => void;
  onClose: () => void;
}

/** Open items and goals of a client that the reader may change, as far as they are loaded. */
function useTargets(companyId: string) {
  const may = useMay();
  const company = useQuery(companyQuery(companyId));
  const roadmap = useQuery({ ...roadmapQuery(companyId), enabled: may('planner:write') });
  const board = useQuery({ ...boardQuery(companyId), enabled: may('goals:write') });
  const reads = [company, ...(may('planner:write') ? [roadmap] : []), ...(may('goals:write') ? [board] : [])];
  const month = company.data?.fiscalYearStart ?? 1;
  const items = (roadmap.data?.items ?? [])
    .filter((item) => !isClosedItem(item))
    .map(
      ({ plannerItemId, title, startDate, lane, v }): Target => ({
        kind: 'planner-item',
        id: plannerItemId,
        label: title,
        detail: `Planner item, ${startDate ? quarterWordsOf(startDate, month) : 'no date yet'}`,
        v,
        isDated: startDate !== undefined,
        exchanges: lane === 'devices',
      }),
    );
  const goals = (board.data?.items ?? []).flatMap((goal): Target[] => {
    const { goalId: id, title: label, v } = goal;
    const detail = `Goal, ${STANDINGS[standingOf(goal)].word.toLowerCase()}`;
    return isClosed(goal) ? [] : [{ kind: 'goal', id, label, detail, v, isDated: false, exchanges: false }];
  });
  return {
    targets: [...items, ...goals],
    error: reads.find(({ error }) => error)?.error,
    loading: reads.some(({ isPending }) => isPending),
    retry: () => void Promise.all(reads.map(({ refetch }) => refetch())),
  };
}

/** Adds devices to work or to a goal that is there. Loads on first use. */
export default function AttachDevices(props: Props) {
  const { companyId, devices, onClose } = props;
  const { targets, error, loading, retry } = useTargets(companyId);
  const labels = devices.map(({ label }) => label);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={
        devices.length === 1 ? 'Add to an item or goal' : `Add ${counted(devices.length, 'device')} to an item or goal`
      }
      description={
        labels.length > 3 ? `${labels.slice(0, 2).join(', ')} and ${labels.length - 2} more` : labels.join(', ')
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={retry} className="py-6" />
      ) : loading ? (
        <CardSkeleton label="Loading items and goals" rows={3} bare />
      ) : targets.length === 0 ? (
        <EmptyState title="Nothing is open">Plan a replacement, or add a planner item or a goal first.</EmptyState>
      ) : (
        <Choice {...props} targets={targets} />
      )}
    </Dialog>
  );
}

const keyOf = ({ kind, id }: Pick<Target, 'kind' | 'id'>) => `${kind}/${id}`;

function Choice({ companyId, devices, targets, onAdded, onClose }: Props & { targets: readonly Target[] }) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const form = useSchemaForm(Fields, { record: '', how: 'about' });
  const options = targets.map((target) => ({ value: keyOf(target), label: target.label, detail: target.detail }));
  const chosen = targets.find((target) => keyOf(target) === form.watch('record'));
  const send = async ({ how }: z.output<typeof Fields>) => {
    if (!chosen) return;
    const { kind, id, label, v } = chosen;
    const deviceIds = devices.map((device) => device.id);
    if (kind === 'goal') await client.goals.attachDevices({ companyId, goalId: id, deviceIds });
    else
      await client.planner.attachDevices({ companyId, plannerItemId: id, v, deviceIds, replaces: how === 'replaces' });
    await refreshLinks(queryClient, [{ kind: 'device' }, { kind }]);
    const place = hrefOf(kind === 'goal' ? `goals/${id}` : `planner/${id}`, companyId);
    toast({
      title: `Added to ${label}`,
      detail: counted(devices.length, 'device'),
      action: { label: 'Open', run: () => router.history.push(place) },
    });
    onAdded();
    onClose();
  };
  return (
    <Form form={form} onSubmit={send}>
      <FormField form={form} name="record" label="Item or goal">
        {({ value, onChange, onBlur: _opens, ...control }) => (
          <Combobox
            {...control}
            placeholder="Choose an item or a goal"
            empty="No open item or goal is called that."
            options={options}
            value={options.find((option) => option.value === value) ?? null}
            onChange={(option) => {
              onChange(option?.value ?? '');
              const target = targets.find((one) => keyOf(one) === option?.value);
              form.setValue('how', target?.exchanges ? 'replaces' : 'about');
            }}
          />
        )}
      </FormField>
      {chosen?.kind === 'planner-item' ? (
        <RadioCards
          label="What the work does"
          options={ways(chosen)}
          value={form.watch('how')}
          onChange={(how) => form.setValue('how', how)}
        />
      ) : null}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <SubmitButton>Add</SubmitButton>
      </div>
    </Form>
  );
}
