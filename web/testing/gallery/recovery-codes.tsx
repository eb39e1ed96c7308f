import { Copy, Download, Printer } from 'lucide-react';
import { useState } from 'react';
import { AuthShell } from '../../ui/auth-shell.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { links } from './sign-in.tsx';

const codes = [
  'M9EPX-BC5UD-NVB8T-GBCQQ-CHCUQ',
  'B5VD9-HXXV9-BVVPB-HBU6E-KQEUD',
  'VKU5Y-FDVVX-GNDUZ-CVBWG-SYUQ3',
  'MRV8R-NKH4F-Z3HCV-KTS7M-2RKWC',
  'DTQF3-ME8SQ-B9YC3-UV475-MMZNW',
  'SV4RC-5C9JS-ZYCB2-ZKXVY-5RKZP',
  '7YNA9-RNFWD-SBG3K-E2HPP-86SCF',
  'RPUJ7-E5Q6U-JZQNY-7P9HE-CFEHY',
  'HAS5V-FJKAE-QUNWV-M9EZ6-T9WXY',
  '2BR76-396Y4-UPPPP-DSXPB-GCGRF',
];

/** Recovery codes, shown once. */
export default function RecoveryCodes() {
  const [saved, setSaved] = useState(true);
  return (
    <AuthShell
      wide
      msp={{ name: 'Northlight IT' }}
      step="Step 2 of 2"
      title="Keep these recovery codes"
      lead="Each works once in place of the app. This is the only time they are shown."
      help="Help: (503) 555-0142"
      links={links}
    >
      <ol className="gap-8 sm:columns-2">
        {codes.map((code, at) => (
          <li key={code} className="flex h-11 break-inside-avoid items-center gap-4 border-line border-b">
            <span className="num w-5 text-right text-ink-3 text-meta">{at + 1}</span>
            <code className="select-all font-medium font-sans text-13 tracking-wide">{code}</code>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button icon={<Download />}>Download</Button>
        <Button icon={<Copy />}>Copy all</Button>
        <Button icon={<Printer />}>Print</Button>
      </div>
      <Callout>
        Without the app and without a code, only your administrator can let you in again, and that takes a phone call.
      </Callout>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Checkbox label="I have saved them" checked={saved} onChange={setSaved} />
        <Button variant="primary">Finish</Button>
      </div>
    </AuthShell>
  );
}
