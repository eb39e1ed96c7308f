import { useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { Price } from '../../../shared/kernel/money.ts';
import type { RateCard } from '../../../shared/planner/rate-card.ts';
import { client } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';
import { asProblem } from '../../ui/problem.ts';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { tell } from '../../ui/tell.ts';
import { toast } from '../../ui/toast.tsx';
import { useSending } from '../../ui/use-sending.tsx';
import { mspRateQuery, rateQuery, refreshPlanner } from './queries.ts';

interface RatedClient {
  companyId: string;
  name: string;
  currency: string;
}

const Fields = z.strictObject({ ratePerHour: Price });
const FROM = {
  default: 'Nobody has set a rate yet: this is the one that Fairlead comes with.',
  msp: 'The rate for all clients holds here.',
  company: 'A rate of its own holds here.',
};

/** What an hour of labour is estimated at: for every client, or for one. Loads on first use. */
export default function RateDialog({ company, onClose }: { company?: RatedClient; onClose: () => void }) {
  const ofMsp = useQuery({ ...mspRateQuery(), enabled: company === undefined });
  const own = useQuery({ ...rateQuery(company?.companyId ?? ''), enabled: company !== undefined });
  const { data, error, refetch } = company ? own : ofMsp;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={company ? `Hourly rate, ${company.name}` : 'Hourly rate'}
      description={
        company
          ? 'A rate of its own stays when the one for all clients changes.'
          : 'It holds for every client that has no rate of its own.'
      }
    >
      {data ? (
        <RateForm key={data.v} card={data} company={company} onClose={onClose} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <CardSkeleton label="Loading the rate" rows={2} bare />
      )}
    </Dialog>
  );
}

function RateForm({ card, company, onClose }: { card: RateCard; company?: RatedClient; onClose: () => void }) {
  const queryClient = useQueryClient();
  const { currency } = useLocale();
  const form = useSchemaForm(Fields, { ratePerHour: card.ratePerHour });
  const save = async (ratePerHour: number | null) => {
    const { companyId } = company ?? {};
    try {
      await client.planner.setRate({ ratePerHour, v: card.v, ...(companyId ? { companyId } : {}) });
    } catch (error) {
      if (asProblem(error)?.status !== 409) throw error;
      // The form begins anew, with the rate that somebody else has set.
      tell(error);
      return refreshPlanner(queryClient);
    }
    await refreshPlanner(queryClient);
    toast({ title: ratePerHour === null ? 'Back to the rate for all clients' : 'Rate saved' });
    onClose();
  };
  const givingUp = useSending(() => save(null));
  return (
    <Form form={form} onSubmit={({ ratePerHour }) => save(ratePerHour)}>
      <FormField
        form={form}
        name="ratePerHour"
        label="An hour of labour"
        help={company || card.from === 'default' ? FROM[card.from] : undefined}
      >
        {(control) => (
          <MoneyInput
            {...control}
            currency={company?.currency ?? currency}
            onChange={(minor) => control.onChange(minor ?? Number.NaN)}
          />
        )}
      </FormField>
      {givingUp.refusal}
      <p className="text-ink-2">
        New items are estimated at it. Items that stand keep their estimate until their hours or costs are next changed.
      </p>
      <div className="flex flex-wrap justify-end gap-2 max-sm:*:flex-1">
        {card.from === 'company' ? (
          <Button variant="quiet" className="sm:mr-auto" busy={givingUp.busy} onClick={givingUp.send}>
            Use the rate for all clients
          </Button>
        ) : null}
        <Button onClick={onClose}>Cancel</Button>
        <SubmitButton>Save the rate</SubmitButton>
      </div>
    </Form>
  );
}
