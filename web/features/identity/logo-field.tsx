import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field.tsx';
import { FilePicker } from '../../ui/file-picker.tsx';
import { fittingLogo, LOGO_RULES, LogoRefused } from './logo-file.ts';

/** Chooses the logo or takes it away. The value is a data URL, or '' for none. */
export function LogoField({ value, onChange }: { value: string; onChange: (logo: string) => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [refusal, setRefusal] = useState<string>();
  const take = async (chosen: File | null) => {
    setRefusal(undefined);
    setFile(chosen);
    if (!chosen) return onChange('');
    try {
      onChange(await fittingLogo(chosen));
    } catch (error) {
      if (!(error instanceof LogoRefused)) throw error;
      setFile(null);
      setRefusal(error.message);
    }
  };
  return (
    <div className="flex flex-col gap-2">
      <FilePicker value={file} onChange={(chosen) => void take(chosen)} rules={LOGO_RULES} />
      {refusal ? (
        <div role="alert">
          <FieldError>{refusal}</FieldError>
        </div>
      ) : null}
      {value && !file ? (
        <div>
          <Button size="sm" onClick={() => onChange('')}>
            Remove the logo
          </Button>
        </div>
      ) : null}
    </div>
  );
}
