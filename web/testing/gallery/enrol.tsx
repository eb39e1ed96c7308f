import { useState } from 'react';
import { AuthShell } from '../../ui/auth-shell.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { OtpInput } from '../../ui/otp-input.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { links } from './sign-in.tsx';

const uri =
  'otpauth://totp/Northlight%20IT:karen.doyle%40cedarridgedental.com?secret=JBSWY3DPEHPK3PXPKRUGKIDQOVUWG2ZA&issuer=Northlight%20IT';

/** Setting up the authenticator app. */
export default function Enrol() {
  const [code, setCode] = useState('90');
  return (
    <AuthShell
      wide
      msp={{ name: 'Northlight IT' }}
      step="Step 1 of 2"
      title="Set up your second factor"
      lead="An authenticator app makes a new code every 30 seconds. Any app works."
      below="Next you get 10 recovery codes, in case you lose the phone."
      help="Help: (503) 555-0142"
      links={links}
    >
      <div className="grid gap-6 sm:grid-cols-[15rem_1fr] sm:gap-8">
        <QrCode text={uri} label="QR code for your authenticator app" className="max-sm:mx-auto max-sm:w-58" />
        <div className="flex flex-col gap-2">
          <h2 className="font-medium">
            <span className="mr-2 text-ink-3">1</span>Scan this with the app
          </h2>
          <LinkButton href={uri} className="sm:hidden">
            Open my app on this phone
          </LinkButton>
          <p className="text-ink-3 text-meta">No camera? Type this key instead.</p>
          <CopyField label="Secret key" value="JBSW Y3DP EHPK 3PXP KRUG KIDQ OVUW G2ZA" />
          <h2 className="mt-4 font-medium">
            <span className="mr-2 text-ink-3">2</span>Enter the code it shows
          </h2>
          <OtpInput aria-label="Code" value={code} onChange={setCode} autoFocus />
          <Button variant="primary" className="mt-3">
            Confirm code
          </Button>
        </div>
      </div>
    </AuthShell>
  );
}
