import { useFormContext } from 'react-hook-form';
import { Button } from './button.tsx';
import { SubmitButton } from './form.tsx';

/** The sticky bar of a settings page: says whether anything is unsaved, and saves or takes it back. Put it last in the Form. */
export function SaveBar() {
  const { formState, reset } = useFormContext();
  const { isDirty } = formState;
  return (
    <div className="no-print sticky bottom-0 z-10 -mx-1 flex flex-wrap items-center justify-end gap-2 border-line border-t bg-canvas px-1 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
      <p role="status" className="mr-auto text-ink-3 text-meta">
        {isDirty ? 'Changes not saved' : 'All changes saved'}
      </p>
      {isDirty ? <Button onClick={() => reset()}>Discard</Button> : null}
      <SubmitButton>Save changes</SubmitButton>
    </div>
  );
}
