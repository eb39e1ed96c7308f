import { cva, type VariantProps } from 'class-variance-authority';
import { LoaderCircle } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';

/** Class names of a button, shared by Button, IconButton and LinkButton so that they never drift apart. */
export const buttonStyle = cva(
  'inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-control font-medium transition-colors duration-100 touch:gap-2 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'bg-accent text-accent-ink hover:bg-accent-hover active:bg-accent-hover',
        secondary: 'border border-line-strong bg-surface text-ink hover:bg-hover active:bg-sunken',
        quiet: 'text-ink-2 hover:bg-hover hover:text-ink active:bg-sunken',
        link: 'text-accent hover:underline',
        danger: 'bg-bad text-bad-ink hover:opacity-90',
        ok: 'border border-ok bg-ok-soft text-ok active:bg-sunken',
        warn: 'border border-warn-line bg-warn-soft text-warn active:bg-sunken',
      },
      size: {
        md: 'h-control gap-1.5 px-3 text-control sm:touch:px-4',
        sm: 'h-chip gap-1.5 px-2.5 text-meta touch:px-3 touch:text-control',
        tight: 'h-chip gap-2 px-1.5 text-meta touch:px-2 touch:text-control',
        inline: 'h-5 gap-1.5 text-meta touch:text-control',
        icon: 'size-control gap-1.5 text-control',
        iconSm: 'size-chip gap-1.5 text-control',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
);

export type ButtonProps = ComponentProps<'button'> &
  VariantProps<typeof buttonStyle> & {
    icon?: ReactNode;
    /** Shows a spinner and announces it. The button stays pressable for focus, but ignores clicks. */
    busy?: boolean;
  };

/** A push button. `type` defaults to `button`, so only a form's submit button says otherwise. */
export function Button({ variant, size, icon, busy, className, children, onClick, type, ...rest }: ButtonProps) {
  return (
    <button
      type={type ?? 'button'}
      className={cx(buttonStyle({ variant, size }), className)}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
      {...rest}
    >
      {busy ? <LoaderCircle aria-hidden className="animate-spin" /> : icon}
      {children}
    </button>
  );
}
