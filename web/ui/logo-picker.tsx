import { useEffect, useState } from 'react';
import { Mark } from './avatar.tsx';
import { FilePicker } from './file-picker.tsx';
import type { FileRules } from './file-rules.ts';

/** Logos: shown as an image only, never as markup, so an SVG cannot run anything. */
export const logoRules: FileRules = { accept: ['image/png', 'image/svg+xml', 'image/jpeg'], maxBytes: 1_000_000 };

/** A logo with its preview at the sizes it is used, on both grounds, before it is saved. */
export function LogoPicker({
  name,
  savedUrl,
  value,
  onChange,
}: {
  name: string;
  /** What is in use now. */
  savedUrl?: string;
  value: File | null;
  onChange: (file: File | null) => void;
}) {
  const [preview, setPreview] = useState<string>();
  useEffect(() => {
    if (!value) return;
    const url = URL.createObjectURL(value);
    setPreview(url);
    return () => {
      setPreview(undefined);
      URL.revokeObjectURL(url);
    };
  }, [value]);
  const shown = preview ?? savedUrl;
  return (
    <div className="flex flex-col gap-2">
      <FilePicker value={value} onChange={onChange} rules={logoRules} />
      <div className="flex gap-2">
        <span className="flex h-12 items-center gap-2 rounded-control border border-line bg-white px-3 font-semibold text-[#16191f]">
          <Mark name={name} logoUrl={shown} />
          {name}
        </span>
        <span className="flex h-12 items-center gap-2 rounded-control border border-line bg-[#15181c] px-3 font-semibold text-[#eceef1]">
          <Mark name={name} logoUrl={shown} className={shown ? '' : 'bg-[#eceef1] text-[#15181c]'} />
          {name}
        </span>
      </div>
    </div>
  );
}
