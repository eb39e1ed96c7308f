import { Check, Copy, Download, Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { saveFile } from '../../lib/save-file.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { FieldError } from '../../ui/field.tsx';
import { formatDate } from '../../ui/format.ts';
import { useLocale } from '../../ui/locale.tsx';
import { recoveryFile } from './totp-key.ts';

/** The ten codes, this once, with three ways to keep them. Whoever leaves without is asked by the browser first. */
export function RecoveryCodes({
  codes,
  msp,
  email,
  onFinish,
}: {
  codes: readonly string[];
  msp: string;
  email: string;
  onFinish: () => void;
}) {
  const { locale, timeZone } = useLocale();
  const [saved, setSaved] = useState(false);
  const [asked, setAsked] = useState(false);
  const [copied, setCopied] = useState(false);
  const day = formatDate(new Date().toISOString(), locale, timeZone);
  const file = () => recoveryFile(codes, { msp, email, day });
  useEffect(() => {
    if (saved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [saved]);

  return (
    <div className="flex flex-col gap-4">
      <ol className="gap-8 sm:columns-2">
        {codes.map((code, at) => (
          <li key={code} className="flex min-h-11 break-inside-avoid items-center gap-4 border-line border-b">
            <span className="num w-5 shrink-0 text-right text-ink-3 text-meta">{at + 1}</span>
            <code className="select-all py-1 font-medium font-sans text-13 tracking-wide [overflow-wrap:anywhere]">
              {code}
            </code>
          </li>
        ))}
      </ol>
      <div className="no-print flex flex-wrap gap-2">
        <Button
          icon={<Download aria-hidden />}
          onClick={() => saveFile(file(), 'fairlead-recovery-codes.txt', 'text/plain')}
        >
          Download
        </Button>
        <Button
          icon={copied ? <Check aria-hidden /> : <Copy aria-hidden />}
          onClick={async () => {
            await navigator.clipboard.writeText(codes.join('\n'));
            setCopied(true);
          }}
        >
          {copied ? 'Copied' : 'Copy all'}
        </Button>
        <Button icon={<Printer aria-hidden />} onClick={() => window.print()}>
          Print
        </Button>
      </div>
      <Callout>
        Without the app and without one of these codes you cannot get in. Keep them where the phone is not.
      </Callout>
      <div className="no-print flex flex-wrap items-center justify-between gap-3">
        <div>
          <Checkbox
            label="I have saved them"
            checked={saved}
            aria-invalid={asked && !saved ? true : undefined}
            onChange={setSaved}
          />
          {asked && !saved ? (
            <div role="alert">
              <FieldError>Save the codes first, then tick this.</FieldError>
            </div>
          ) : null}
        </div>
        <Button variant="primary" onClick={() => (saved ? onFinish() : setAsked(true))}>
          Finish
        </Button>
      </div>
    </div>
  );
}
