import { type Msp, MspChange } from '../../../shared/identity/msp.ts';
import { useSession } from '../../lib/session.ts';
import { Callout } from '../../ui/callout.tsx';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Form, FormField } from '../../ui/form.tsx';
import { SaveBar } from '../../ui/save-bar.tsx';
import { useMspForm } from './use-msp-form.ts';

const Fields = MspChange.pick({ mfaRequired: true, portalMfaRequired: true }).required();
const valuesOf = ({ mfaRequired, portalMfaRequired }: Msp) => ({ mfaRequired, portalMfaRequired });

/** Who must prove more than a password. Saving asks for a fresh proof of who is at the keyboard. */
export default function SecurityTab({ msp }: { msp: Msp }) {
  const { form, save, callout, dialog } = useMspForm(msp, Fields, valuesOf);
  const { person } = useSession();
  const required = form.watch('mfaRequired');
  return (
    <>
      <Form form={form} onSubmit={save} className="max-w-160">
        {callout}
        <Card>
          <CardHead title="Second factor" fact="Takes effect at the next sign-in" />
          <CardBody className="flex flex-col gap-3">
            <FormField form={form} name="mfaRequired" label="Staff" group>
              {({ value, onChange, ref: _ref, ...control }) => (
                <Checkbox
                  {...control}
                  checked={value}
                  onChange={onChange}
                  label="A second factor is required of staff"
                  detail="Who has none can do nothing but set one up."
                />
              )}
            </FormField>
            <FormField form={form} name="portalMfaRequired" label="Client portal" group>
              {({ value, onChange, ref: _ref, ...control }) => (
                <Checkbox
                  {...control}
                  checked={value}
                  onChange={onChange}
                  label="A second factor is required in the portal"
                  detail="They set one up at their next sign-in. Tell your clients before."
                />
              )}
            </FormField>
            {required ? null : (
              <Callout title="A stolen password then opens all your clients">
                Without a second factor one staff password is enough to read everything here. Keep it required.
              </Callout>
            )}
            {required && !person.secondFactor ? (
              <Callout tone="info" title="You have no second factor yet">
                You will set one up at your next sign-in, or now under Your account.
              </Callout>
            ) : null}
          </CardBody>
        </Card>
        <Card>
          <CardHead title="What holds for everybody" />
          <CardBody>
            <ul className="ml-4 flex list-disc flex-col gap-1 text-ink-2">
              <li>Passwords have at least 12 characters; much-used ones are refused.</li>
              <li>A session ends after 8 hours without use, and after 24 hours in any case.</li>
              <li>After five wrong passwords or codes the next attempt has to wait.</li>
              <li>A new role, other clients, a new password or a new second factor ends the person's sessions.</li>
            </ul>
          </CardBody>
        </Card>
        <SaveBar />
      </Form>
      {dialog}
    </>
  );
}
