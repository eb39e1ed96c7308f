import { Upload, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { cx } from './cx.ts';
import { FieldError, useFieldWiring } from './field.tsx';
import { type FileRules, fileError, fileSize, kinds } from './file-rules.ts';
import { useFileDrop } from './use-file-drop.ts';

/** Takes one file by press, drop or paste of the platform's dialog. A file that does not fit is refused with the reason. */
export function FilePicker({
  value,
  onChange,
  rules,
  className,
}: {
  value: File | null;
  onChange: (file: File | null) => void;
  rules: FileRules;
  className?: string;
}) {
  const wiring = useFieldWiring();
  const input = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState<string>();

  const take = (file: File | undefined) => {
    if (!file) return;
    const error = fileError(file, rules);
    setRefusal(error);
    if (!error) onChange(file);
    if (input.current) input.current.value = '';
  };
  const { over, handlers } = useFileDrop(([file]) => take(file));
  return (
    <div className={cx('flex flex-col gap-1', className)}>
      {/* Dropping is the second way; the button inside is the first. */}
      <div
        {...handlers}
        className={cx(
          'flex min-h-16 items-center gap-3 rounded-card border border-dashed px-3.5 py-2.5',
          over ? 'border-accent bg-selected' : 'border-line-field bg-surface',
        )}
      >
        <span className="relative inline-flex">
          <input
            ref={input}
            type="file"
            {...wiring}
            accept={rules.accept.join(',')}
            onChange={(event) => take(event.target.files?.[0])}
            className="peer absolute inset-0 z-1 opacity-0"
          />
          <span className="inline-flex h-control items-center gap-1.5 rounded-control border border-line-strong bg-surface px-3 font-medium text-control peer-focus-visible:outline-2 peer-focus-visible:outline-accent peer-focus-visible:outline-offset-2 peer-hover:bg-hover">
            <Upload aria-hidden className="size-4" />
            {value ? 'Replace' : 'Choose a file'}
          </span>
        </span>
        {value ? (
          <>
            <span className="min-w-0 flex-1 truncate">
              {value.name} <span className="num text-ink-3 text-meta">{fileSize(value.size)}</span>
            </span>
            <button
              type="button"
              aria-label={`Remove ${value.name}`}
              onClick={() => onChange(null)}
              className="grid size-control place-items-center rounded-control text-ink-2 hover:bg-hover"
            >
              <X aria-hidden className="size-4" />
            </button>
          </>
        ) : (
          <span className="text-ink-3 text-meta">
            or drop it here. {kinds(rules.accept)}, up to {fileSize(rules.maxBytes)}.
          </span>
        )}
      </div>
      {refusal ? (
        <div role="alert">
          <FieldError>{refusal}</FieldError>
        </div>
      ) : null}
    </div>
  );
}
