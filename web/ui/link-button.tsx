import type { VariantProps } from 'class-variance-authority';
import type { ReactNode } from 'react';
import { buttonStyle } from './button.tsx';
import { cx } from './cx.ts';
import { Link, type LinkProps } from './link.tsx';

/** A link that looks like a button: for going somewhere, never for doing something. */
export function LinkButton({
  variant,
  size,
  icon,
  className,
  children,
  ...rest
}: LinkProps & VariantProps<typeof buttonStyle> & { icon?: ReactNode }) {
  return (
    <Link className={cx(buttonStyle({ variant, size }), className)} {...rest}>
      {icon}
      {children}
    </Link>
  );
}

/** A link inside text or a table cell. */
export function TextLink({ className, ...rest }: LinkProps) {
  return <Link className={cx('font-medium text-accent hover:underline', className)} {...rest} />;
}
