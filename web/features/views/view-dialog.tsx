import type { ListId } from '../../../shared/views/lists.ts';
import { NewView, type View, type ViewParams } from '../../../shared/views/view.ts';
import { client } from '../../lib/api.ts';
import { useMay } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';

/** Names a view, and says whose it is: what is on screen as a new one, or one that there is. */
export default function ViewDialog({
  list,
  params,
  view,
  onClose,
  onSaved,
}: {
  list: ListId;
  params: ViewParams;
  view: View | undefined;
  onClose: () => void;
  onSaved: (view: View) => Promise<void>;
}) {
  const may = useMay();
  const form = useSchemaForm(NewView, {
    list,
    name: view?.name ?? '',
    params: view?.params ?? params,
    shared: view?.shared ?? false,
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="sm"
      title={view ? 'Rename or share' : 'Save as a new view'}
      description={view ? undefined : 'Keeps filters, order, columns and density as they are on screen.'}
    >
      <Form
        form={form}
        onSubmit={async ({ name, shared, ...facts }) => {
          const saved = view
            ? await client.views.edit({ viewId: view.viewId, v: view.v, name, shared })
            : await client.views.create({ ...facts, name, shared });
          await onSaved(saved);
          toast({ title: 'View saved', detail: saved.name });
          onClose();
        }}
      >
        <FormField form={form} name="name" label="Name">
          {(control) => <TextInput {...control} autoComplete="off" />}
        </FormField>
        {may('views:share') ? (
          <FormField form={form} name="shared" label="Who has it" group>
            {({ value, onChange }) => (
              <Checkbox
                label="Share with the team"
                detail="Everybody on the staff finds it in this list."
                checked={value === true}
                onChange={onChange}
              />
            )}
          </FormField>
        ) : null}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton>Save view</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
