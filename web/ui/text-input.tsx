import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import { useFieldWiring } from './field.tsx';
import { inputStyle } from './input-style.ts';

/** One line of text. Takes every native input prop; inside a Field it needs no label of its own. */
export function TextInput({ className, ...rest }: ComponentProps<'input'>) {
  return <input type="text" {...useFieldWiring()} className={cx(inputStyle, className)} {...rest} />;
}
