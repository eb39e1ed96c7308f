import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { AuthShell } from '../../ui/auth-shell.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { Link } from '../../ui/link.tsx';
import { OtpInput } from '../../ui/otp-input.tsx';
import { links } from './sign-in.tsx';

/** The second factor. */
export default function SecondFactor() {
  const [code, setCode] = useState('418');
  const [remember, setRemember] = useState(false);
  return (
    <AuthShell
      msp={{ name: 'Northlight IT' }}
      title="Enter your code"
      lead="From the authenticator app for karen.doyle@cedarridgedental.com"
      below={
        <Link href="#sign-in" className="inline-flex items-center gap-1.5 hover:text-ink">
          <ArrowLeft aria-hidden className="size-3.5" />
          Sign in as someone else
        </Link>
      }
      help="Help: (503) 555-0142"
      links={links}
    >
      <Field label="Code" help="6 digits. You can paste it.">
        <OtpInput value={code} onChange={setCode} autoFocus />
      </Field>
      <Button variant="primary">Continue</Button>
      <Checkbox label="Do not ask on this device for 14 days" checked={remember} onChange={setRemember} />
      <div className="border-line border-t pt-4 text-center">
        <Button variant="link">Use a recovery code</Button>
      </div>
    </AuthShell>
  );
}
