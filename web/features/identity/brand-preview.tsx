import type { CSSProperties } from 'react';
import { Mark } from '../../ui/avatar.tsx';
import { type BrandTokens, brandTokens } from '../../ui/brand.ts';
import { cx } from '../../ui/cx.ts';

type Theme = 'light' | 'dark';

/** The grounds and inks of both themes: a page has only one of them, and the preview shows both side by side. */
const GROUND: Record<Theme, Record<string, string>> = {
  light: { canvas: '#f7f8f9', surface: '#ffffff', line: '#e3e6ea', ink: '#16191f', 'ink-2': '#454c58' },
  dark: { canvas: '#0e1013', surface: '#15181c', line: '#272c33', ink: '#eceef1', 'ink-2': '#b6bcc6' },
};

function variables(theme: Theme, tokens: BrandTokens): CSSProperties {
  const end = theme === 'dark' ? '-dark' : '';
  const own = ['accent', 'accent-ink', 'accent-soft'].map((name) => [
    `--${name}`,
    tokens[`--brand-${name}${end}` as keyof BrandTokens],
  ]);
  const grounds = Object.entries(GROUND[theme]).map(([name, colour]) => [`--${name}`, colour]);
  return Object.fromEntries([...grounds, ...own]);
}

/** The portal in the MSP's colours, light and dark, before they are saved. A colour that is refused shows the last good one. */
export function BrandPreview({ name, logo, accent }: { name: string; logo: string; accent: string }) {
  const result = brandTokens(accent);
  if (!result.ok) {
    return (
      <p className="grid min-h-50 place-items-center rounded-card border border-line border-dashed p-4 text-center text-ink-3 text-meta">
        The preview comes back with a colour that can be read.
      </p>
    );
  }
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {(['light', 'dark'] as const).map((theme) => (
        <Specimen key={theme} theme={theme} style={variables(theme, result.tokens)} name={name} logo={logo} />
      ))}
    </div>
  );
}

/** Drawn, not usable: looks like the portal, and is one picture to screen readers. */
function Specimen({ theme, style, name, logo }: { theme: Theme; style: CSSProperties; name: string; logo: string }) {
  return (
    <div
      role="img"
      aria-label={`The portal in the ${theme} theme`}
      style={style}
      className="flex flex-col overflow-hidden rounded-card border border-line bg-canvas text-ink"
    >
      <div className="flex h-11 items-center gap-2 border-line border-b bg-surface px-3 font-semibold text-13">
        <Mark name={name} logoUrl={logo || undefined} className={cx(!logo && 'bg-ink text-canvas')} />
        <span className="truncate">{name}</span>
      </div>
      <div className="flex flex-col items-start gap-2.5 p-3 text-13">
        <span className="rounded-badge bg-accent-soft px-1.5 font-medium text-12 text-accent">Waiting for you</span>
        <span className="font-medium">Replace the firewall at the main office</span>
        <span className="text-12 text-ink-2">An estimate, not a quote</span>
        <span className="flex items-center gap-3">
          <span className="inline-flex h-8 items-center rounded-control bg-accent px-3 font-medium text-accent-ink">
            Approve
          </span>
          <span className="font-medium text-accent">Ask a question</span>
        </span>
      </div>
    </div>
  );
}
