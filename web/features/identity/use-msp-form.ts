import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { DefaultValues, FieldValues } from 'react-hook-form';
import type { ZodType } from 'zod';
import type { Msp, MspChange } from '../../../shared/identity/msp.ts';
import { client } from '../../lib/api.ts';
import { sessionQuery } from '../../lib/session.ts';
import { type SchemaForm, useSchemaForm } from '../../ui/form.tsx';
import { toast } from '../../ui/toast.tsx';
import { useConflict } from './conflict.tsx';
import { brandQuery, mspQuery } from './queries.ts';
import { useStepUp } from './step-up.tsx';

export interface MspForm<In extends FieldValues, Out extends FieldValues> {
  form: SchemaForm<In, Out>;
  /** What the form is based on: the stored record it was last filled from. */
  base: Msp;
  save: (values: Out) => Promise<void>;
  callout: ReactNode;
  dialog: ReactNode;
}

/** One part of the MSP's record as a form: filled from it, saved against its version, and shown everywhere once saved. */
export function useMspForm<In extends FieldValues, Out extends FieldValues>(
  msp: Msp,
  schema: ZodType<Out, In>,
  valuesOf: (msp: Msp) => DefaultValues<In>,
): MspForm<In, Out> {
  const queryClient = useQueryClient();
  const stepUp = useStepUp();
  const [base, setBase] = useState(msp);
  const form = useSchemaForm(schema, valuesOf(base));
  const rebase = (stored: Msp) => {
    setBase(stored);
    form.reset(valuesOf(stored) as In);
    queryClient.setQueryData(mspQuery().queryKey, stored);
  };
  const conflict = useConflict(async () => rebase(await queryClient.fetchQuery({ ...mspQuery(), staleTime: 0 })));
  const save = (values: Out) =>
    conflict.guard(async () => {
      const change: MspChange = { ...values, v: base.v };
      rebase(await stepUp.run(() => client.identity.editMsp(change)));
      void queryClient.invalidateQueries({ queryKey: brandQuery(base.slug).queryKey });
      await queryClient.fetchQuery({ ...sessionQuery(), staleTime: 0 });
      toast({ title: 'Saved' });
    });
  return { form, base, save, callout: conflict.callout, dialog: stepUp.dialog };
}
