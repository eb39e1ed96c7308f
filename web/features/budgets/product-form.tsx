import { useQueryClient } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useState } from 'react';
import { LINE_TYPES } from '../../../shared/budgets/kinds.ts';
import { NewProduct, type Product } from '../../../shared/budgets/product.ts';
import { client } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';
import { asProblem } from '../../ui/problem.ts';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { productsKey } from './queries.ts';
import { LINE_TYPE, RECURRENCE } from './text.ts';

const types = LINE_TYPES.map((value) => ({ value, label: LINE_TYPE[value] }));
const recurrences = (['one-time', 'monthly', 'annual'] as const).map((value) => ({ value, label: RECURRENCE[value] }));

/** Takes a product into the catalogue, or edits one. Loads on first use. */
export default function ProductForm({ product, onClose }: { product?: Product; onClose: () => void }) {
  const queryClient = useQueryClient();
  const { currency: own } = useLocale();
  const currency = product?.currency ?? own;
  const [v, setV] = useState(product?.v ?? 0);
  const form = useSchemaForm(NewProduct, {
    name: product?.name ?? '',
    sku: product?.sku ?? '',
    vendor: product?.vendor ?? '',
    type: product?.type ?? 'hardware',
    category: product?.category ?? '',
    unitPriceMinor: product?.unitPriceMinor,
    unitCostMinor: product?.unitCostMinor,
    recurrence: product?.recurrence ?? 'one-time',
    currency,
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={product ? `Edit ${product.name}` : 'New product'}>
      <Form
        form={form}
        onSubmit={async (values) => {
          const { unitCostMinor = null } = values;
          try {
            if (product) {
              await client.budgets.editProduct({ ...values, unitCostMinor, productId: product.productId, v });
            } else await client.budgets.createProduct(values);
          } catch (error) {
            const problem = asProblem(error);
            if (product && problem?.currentVersion) setV(problem.currentVersion);
            throw error;
          } finally {
            await queryClient.invalidateQueries({ queryKey: productsKey() });
          }
          toast({
            title: product ? 'Saved' : `${values.name} is in the catalogue`,
            detail: product ? 'What was copied before keeps its price and shows the difference.' : undefined,
          });
          onClose();
        }}
      >
        <FormField form={form} name="name" label="Name">
          {(control) => <TextInput {...control} placeholder="Business firewall, small office" autoComplete="off" />}
        </FormField>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField form={form} name="vendor" label="Vendor" optional>
            {(control) => <TextInput {...control} value={control.value ?? ''} autoComplete="off" />}
          </FormField>
          <FormField form={form} name="sku" label="SKU" optional>
            {(control) => <TextInput {...control} value={control.value ?? ''} autoComplete="off" />}
          </FormField>
          <FormField form={form} name="type" label="Type">
            {(control) => <Select {...control} options={types} />}
          </FormField>
          <FormField form={form} name="category" label="Category" optional>
            {(control) => (
              <TextInput {...control} value={control.value ?? ''} placeholder="Network" autoComplete="off" />
            )}
          </FormField>
          <FormField form={form} name="unitPriceMinor" label="Price of one">
            {(control) => <MoneyInput {...control} currency={currency} />}
          </FormField>
          <FormField form={form} name="recurrence" label="How often">
            {(control) => <Select {...control} options={recurrences} />}
          </FormField>
        </div>
        <div className="rounded-card border border-line-strong border-dashed bg-sunken p-3">
          <FormField
            form={form}
            name="unitCostMinor"
            label={
              <span className="inline-flex items-center gap-1.5">
                <Lock aria-hidden className="size-3.5" />
                What one costs us
              </span>
            }
            optional
            help="Only for staff who write budgets. No client ever sees it."
          >
            {(control) => (
              <MoneyInput
                {...control}
                currency={currency}
                className="sm:w-1/2"
                onChange={(value) => control.onChange(value ?? undefined)}
              />
            )}
          </FormField>
        </div>
        <div className="flex justify-end gap-2 max-sm:*:flex-1">
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton>{product ? 'Save' : 'Add product'}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
