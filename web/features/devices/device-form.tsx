import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type DeviceDetail, NewDevice } from '../../../shared/devices/device.ts';
import { LIFETIME } from '../../../shared/devices/lifecycle.ts';
import { client } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';
import { asProblem } from '../../ui/problem.ts';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { toast } from '../../ui/toast.tsx';
import { changeOf } from './device-change.ts';
import { FIELDS, OWNERSHIPS } from './later-text.ts';
import { deviceQuery, figuresQuery, refreshDevices } from './queries.ts';
import { syncedText } from './synced-text.ts';
import { hasNoEnd, TYPE_OPTIONS } from './text.ts';

const ownerships = Object.entries(OWNERSHIPS).map(([value, label]) => ({
  value: value as DeviceDetail['ownership'],
  label,
}));
const TEXTS = ['user', 'site', 'serial', 'manufacturer', 'model', 'os'] as const;

/** Adds a device by hand, or edits one. Loads on first use. */
export default function DeviceForm({
  companyId,
  device,
  onClose,
  onAdded,
}: {
  companyId: string;
  device?: DeviceDetail;
  onClose: () => void;
  /** A device was added: leads to it, and so takes the form away. */
  onAdded?: (deviceId: string) => void;
}) {
  const queryClient = useQueryClient();
  const { locale, currency: own } = useLocale();
  const first = useRef<HTMLInputElement>(null);
  const { data: figures } = useQuery(figuresQuery(companyId));
  // What somebody else saves meanwhile is not part of what this person changed.
  const [before] = useState(device);
  const form = useSchemaForm(NewDevice, {
    companyId,
    name: before?.name ?? '',
    type: before?.type ?? 'laptop',
    manufacturer: before?.manufacturer,
    model: before?.model,
    serial: before?.serial,
    os: before?.os,
    site: before?.site,
    user: before?.user,
    purchased: before?.purchased,
    warrantyStart: before?.warrantyStart,
    warrantyEnd: before?.warrantyEnd,
    costMinor: before?.costMinor,
    ownership: before?.ownership ?? 'owned',
    note: before?.note ?? '',
  });
  const endless = hasNoEnd(form.watch('warrantyEnd'));
  const currency = before?.currency ?? figures?.currency ?? own;
  const help = (field: keyof DeviceDetail['synced']) =>
    before && field in before.synced
      ? `The sync says: ${syncedText(field, before.synced[field], currency, locale)}`
      : undefined;

  const save = async ({ companyId: _, ...values }: NewDevice) => {
    if (!before || !device) {
      const made = await client.devices.create({ companyId, ...values });
      await refreshDevices(queryClient);
      toast({ title: 'Added', detail: made.name });
      if (onAdded) onAdded(made.deviceId);
      else onClose();
      return;
    }
    const named = changeOf(values, before);
    if (Object.keys(named).length === 0) {
      onClose();
      return;
    }
    const { deviceId, v } = device;
    try {
      await client.devices.edit({ ...named, companyId, deviceId, v });
    } catch (error) {
      // Theirs comes in behind the form; what was typed stays for another try.
      if (asProblem(error)?.status === 409)
        await queryClient.invalidateQueries({ queryKey: deviceQuery({ companyId, deviceId }).queryKey });
      throw error;
    }
    await refreshDevices(queryClient);
    toast({ title: 'Saved', detail: values.name });
    onClose();
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={before ? `Edit ${before.name}` : 'New device'}
      description={
        before?.integrationId
          ? 'What you enter stays, whatever the next sync says. Empty a field to go back to it.'
          : undefined
      }
      size="lg"
      initialFocus={first}
    >
      <Form form={form} onSubmit={save}>
        <div className="grid gap-4 sm:grid-cols-3">
          <FormField form={form} name="name" label={FIELDS.name} help={help('name')}>
            {(control) => (
              <TextInput
                {...control}
                ref={(input) => {
                  control.ref(input);
                  first.current = input;
                }}
                autoComplete="off"
                maxLength={80}
              />
            )}
          </FormField>
          <FormField form={form} name="type" label={FIELDS.type} help={help('type')}>
            {(control) => <Select {...control} options={TYPE_OPTIONS} />}
          </FormField>
          <FormField form={form} name="ownership" label={FIELDS.ownership}>
            {(control) => <Select {...control} options={ownerships} />}
          </FormField>
          {TEXTS.map((name) => (
            <FormField key={name} form={form} name={name} label={FIELDS[name]} help={help(name)} optional>
              {(control) => (
                <TextInput
                  {...control}
                  autoComplete="off"
                  value={control.value ?? ''}
                  onChange={(event) => control.onChange(event.target.value || undefined)}
                />
              )}
            </FormField>
          ))}
          <FormField form={form} name="purchased" label={FIELDS.purchased} help={help('purchased')} optional>
            {(control) => <DateInput {...control} onChange={(date) => control.onChange(date ?? undefined)} />}
          </FormField>
          <FormField form={form} name="costMinor" label={FIELDS.costMinor} help={help('costMinor')} optional>
            {(control) => (
              <MoneyInput {...control} currency={currency} onChange={(minor) => control.onChange(minor ?? undefined)} />
            )}
          </FormField>
          <FormField
            form={form}
            name="warrantyStart"
            label={FIELDS.warrantyStart}
            help={help('warrantyStart')}
            optional
          >
            {(control) => <DateInput {...control} onChange={(date) => control.onChange(date ?? undefined)} />}
          </FormField>
          <FormField form={form} name="warrantyEnd" label={FIELDS.warrantyEnd} help={help('warrantyEnd')} optional>
            {(control) => (
              <div className="flex flex-col gap-1.5">
                {endless ? null : <DateInput {...control} onChange={(date) => control.onChange(date ?? undefined)} />}
                <Checkbox
                  label="Without end"
                  checked={endless}
                  onChange={(on) => control.onChange(on ? LIFETIME : undefined)}
                />
              </div>
            )}
          </FormField>
        </div>
        <FormField form={form} name="note" label={FIELDS.note} optional help="For staff only.">
          {(control) => <Textarea {...control} value={control.value ?? ''} rows={2} />}
        </FormField>
        <div className="flex justify-end gap-2 max-sm:*:flex-1">
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton>{before ? 'Save' : 'Add device'}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
