import { z } from 'zod';
import { Accent, contrast, Logo } from '../../../shared/identity/branding.ts';
import { type Msp, PLAIN_ACCENT } from '../../../shared/identity/msp.ts';
import { brandTokens } from '../../ui/brand.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { Form, FormField } from '../../ui/form.tsx';
import { SaveBar } from '../../ui/save-bar.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { BrandPreview } from './brand-preview.tsx';
import { LogoField } from './logo-field.tsx';
import { useMspForm } from './use-msp-form.ts';

/** The API refuses colours that cannot be read on white; the kit's grounds are a shade darker, and it can name the nearest. */
const readable = z.string().superRefine((hex, context) => {
  const result = brandTokens(hex);
  if (!result.ok) context.addIssue({ code: 'custom', message: result.message });
});
const Fields = z.strictObject({ accent: readable.pipe(Accent), logo: Logo });
const valuesOf = ({ accent, logo }: Msp) => ({ accent, logo });
const isColour = (text: string) => /^#[0-9a-f]{6}$/i.test(text);

/** The MSP's face towards clients: portal, mails, reports. */
export default function BrandingTab({ msp }: { msp: Msp }) {
  const { form, save, callout, dialog } = useMspForm(msp, Fields, valuesOf);
  const { accent, logo } = form.watch();
  return (
    <>
      <Form form={form} onSubmit={save} className="max-w-160">
        {callout}
        <FormField form={form} name="logo" label="Logo" help="A square mark works best. Large images are made smaller.">
          {({ value, onChange }) => <LogoField value={value} onChange={onChange} />}
        </FormField>
        <FormField form={form} name="accent" label="Accent colour" help={<Contrast accent={accent} />}>
          {({ value, onChange, ...control }) => (
            <div className="flex gap-2">
              <input
                type="color"
                aria-label="Pick the accent colour"
                value={isColour(value) ? value : PLAIN_ACCENT}
                onChange={(event) => {
                  onChange(event.target.value);
                  void form.trigger('accent');
                }}
                className="h-control w-12 shrink-0 rounded-control border border-line-field bg-surface p-1"
              />
              <TextInput
                {...control}
                value={value}
                onChange={onChange}
                autoComplete="off"
                spellCheck={false}
                className="num max-w-40"
              />
              {value === PLAIN_ACCENT ? null : (
                <Button
                  variant="quiet"
                  onClick={() => form.setValue('accent', PLAIN_ACCENT, { shouldDirty: true, shouldValidate: true })}
                >
                  Use Fairlead's
                </Button>
              )}
            </div>
          )}
        </FormField>
        <Section title="Preview" fact="What your clients see">
          <BrandPreview name={msp.name} logo={logo} accent={accent} />
        </Section>
        <SaveBar />
      </Form>
      {dialog}
    </>
  );
}

function Contrast({ accent }: { accent: string }) {
  if (!isColour(accent)) return 'For buttons and links. Six digits, such as #1f5fbf.';
  const ratio = Math.floor(contrast(accent.toLowerCase(), '#ffffff') * 10) / 10;
  return (
    <span className="num">
      For buttons and links. Contrast with white {ratio}:1; text needs 4.5:1. The dark theme gets a lighter shade of it.
    </span>
  );
}
