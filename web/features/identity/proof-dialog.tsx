import { type ReactNode, useRef } from 'react';
import type { Proof } from '../../../shared/identity/session.ts';
import { useSession } from '../../lib/session.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { Form, FormField, SubmitButton, useSchemaForm } from '../../ui/form.tsx';
import { PasswordInput } from '../../ui/password-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { noProof, proofOf } from './proof-form.ts';

/** Asks for the password, and a code where a second factor is set up, before something an intruder would go for first. */
export default function ProofDialog({
  title = 'Confirm that it is you',
  description = 'This decides who may come in, so it asks again. It then counts for 30 minutes.',
  verb = 'Confirm',
  danger,
  onProof,
  onClose,
}: {
  title?: string;
  description?: ReactNode;
  verb?: string;
  danger?: boolean;
  /** Throws what the API refuses; the form shows it. */
  onProof: (proof: Proof) => Promise<void>;
  onClose: () => void;
}) {
  const { person } = useSession();
  const first = useRef<HTMLInputElement>(null);
  const form = useSchemaForm(proofOf(person.secondFactor), noProof(person.secondFactor));
  return (
    <Dialog
      size="sm"
      initialFocus={first}
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
    >
      <Form form={form} onSubmit={onProof}>
        {/* Password managers look for the login that the password belongs to. */}
        <input type="email" autoComplete="username" value={person.email} readOnly hidden />
        <FormField form={form} name="password" label="Password">
          {({ ref, ...control }) => (
            <PasswordInput
              {...control}
              ref={(input) => {
                ref(input);
                first.current = input;
              }}
              autoComplete="current-password"
            />
          )}
        </FormField>
        {person.secondFactor ? (
          <FormField form={form} name="code" label="Code" help="6 digits of your app, or a recovery code.">
            {(control) => (
              <TextInput {...control} value={control.value ?? ''} autoComplete="one-time-code" spellCheck={false} />
            )}
          </FormField>
        ) : null}
        <DialogButtons onClose={onClose}>
          <SubmitButton variant={danger ? 'danger' : 'primary'}>{verb}</SubmitButton>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
