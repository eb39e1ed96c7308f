import { type ComponentProps, useEffect } from 'react';
import { AuthShell } from '../../ui/auth-shell.tsx';
import { applyBrand } from '../../ui/brand.ts';
import type { Gate } from './gate.ts';

/** A page before the session, with the face of its door. */
export function GateShell({ gate, ...page }: { gate: Gate } & Omit<ComponentProps<typeof AuthShell>, 'msp' | 'help'>) {
  const { name, logoUrl, help, accent } = gate;
  useEffect(() => {
    document.title = `${page.title} · ${name}`;
  }, [page.title, name]);
  useEffect(() => {
    if (accent) applyBrand(accent);
  }, [accent]);
  return <AuthShell msp={{ name, logoUrl }} help={help} {...page} />;
}
