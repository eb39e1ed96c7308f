import { Download, Ellipsis, Plus, Settings } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Field, FieldGroup } from '../../ui/field.tsx';
import { FilePicker } from '../../ui/file-picker.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { LinkButton, TextLink } from '../../ui/link-button.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';
import { NativeSelect } from '../../ui/native-select.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { OtpInput } from '../../ui/otp-input.tsx';
import { PasswordInput } from '../../ui/password-input.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { type Option, Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { Plain, Show } from './frame.tsx';

const quarters: Option[] = [
  { value: 'q4', label: 'Q4 2026', detail: 'now' },
  { value: 'q1', label: 'Q1 2027' },
  { value: 'q2', label: 'Q2 2027' },
];
const companies: Option[] = ['Brightwater Community Trust', 'Cedar Ridge Family Dental', 'Harbor & Finch LLP'].map(
  (label) => ({ value: label, label, detail: 'Healthcare' }),
);

/** Every control, at rest and wrong. */
export default function Controls() {
  const [quarter, setQuarter] = useState<string | null>('q1');
  const [company, setCompany] = useState<Option | null>(null);
  const [money, setMoney] = useState<number | null>(2_150_000);
  const [hours, setHours] = useState<number | null>(40);
  const [date, setDate] = useState<string | null>('2026-12-09');
  const [code, setCode] = useState('418');
  const [text, setText] = useState('');
  const [on, setOn] = useState(true);
  const [some, setSome] = useState(false);
  const [way, setWay] = useState<'plan' | 'agenda'>('plan');
  const [file, setFile] = useState<File | null>(null);
  return (
    <Plain title="Controls">
      <Show title="Buttons">
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" icon={<Plus />}>
            New item
          </Button>
          <Button icon={<Download />}>Export</Button>
          <Button variant="quiet">Cancel</Button>
          <Button variant="danger">Delete Cedar Ridge</Button>
          <Button variant="primary" busy>
            Saving
          </Button>
          <LinkButton href="#x">Open planner</LinkButton>
          <Button size="sm">Manage</Button>
          <IconButton label="Settings" icon={<Settings />} />
          <IconButton label="More" icon={<Ellipsis />} variant="secondary" />
          <TextLink href="#x" className="self-center">
            Add to planner
          </TextLink>
        </div>
      </Show>
      <Show title="Fields">
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          <Field label="Title" help="Clients read this." required>
            <TextInput defaultValue="Firewall replacement, HQ" />
          </Field>
          <Field label="Title" error="Enter a title of at most 120 letters." help="Clients read this.">
            <TextInput />
          </Field>
          <Field label="Password" aside={<TextLink href="#forgot">Forgot password?</TextLink>}>
            <PasswordInput defaultValue="correct horse battery" autoComplete="current-password" />
          </Field>
          <Field label="Starts">
            <Select options={quarters} value={quarter} onChange={setQuarter} />
          </Field>
          <Field label="Lane" error="Choose a lane.">
            <Select options={quarters} value={null} onChange={setQuarter} />
          </Field>
          <Field label="Client">
            <Combobox options={companies} value={company} onChange={setCompany} />
          </Field>
          <Field label="Estimate">
            <MoneyInput value={money} onChange={setMoney} />
          </Field>
          <Field label="Hours" optional>
            <NumberInput value={hours} onChange={setHours} unit="h" />
          </Field>
          <Field label="Due">
            <DateInput value={date} onChange={setDate} />
          </Field>
          <Field label="Time zone">
            <NativeSelect
              options={[
                { value: 'la', label: 'Los Angeles' },
                { value: 'ny', label: 'New York' },
              ]}
            />
          </Field>
          <Field label="Locked">
            <TextInput disabled defaultValue="From Microsoft 365" />
          </Field>
          <Field label="Note" className="row-span-2">
            <Textarea
              value={text}
              onChange={(event) => setText(event.target.value)}
              maxLength={90}
              placeholder="What the client should know"
            />
          </Field>
          <Field label="Secret key">
            <CopyField label="Secret key" value="JBSW Y3DP EHPK 3PXP KRUG KIDQ OVUW G2ZA" />
          </Field>
          <Field label="Code" help="6 digits. You can paste it.">
            <OtpInput value={code} onChange={setCode} />
          </Field>
        </div>
      </Show>
      <Show title="Choices">
        <div className="grid gap-6 sm:grid-cols-2">
          <FieldGroup label="Decide" help="You can change this until it is published.">
            <RadioCards
              value={way}
              onChange={setWay}
              options={[
                { value: 'plan', label: 'Plan the work', detail: 'From a template', fact: '$464 a month' },
                { value: 'agenda', label: 'Put on an agenda', detail: 'Next: Save plan, Tue, Dec 1' },
              ]}
            />
          </FieldGroup>
          <div className="flex flex-col gap-2">
            <Checkbox label="Weekly digest" detail="Mondays at 8:00" checked={some} onChange={setSome} />
            <Checkbox label="All clients" checked={false} mixed onChange={setSome} />
            <Switch
              label="Second factor for all staff"
              detail="Asked at the next sign-in"
              checked={on}
              onChange={setOn}
            />
            <Switch label="Show prices in the portal" checked={!on} onChange={(next) => setOn(!next)} />
          </div>
        </div>
      </Show>
      <Show title="Files">
        <Field label="Devices as CSV">
          <FilePicker value={file} onChange={setFile} rules={{ accept: ['.csv'], maxBytes: 5_000_000 }} />
        </Field>
      </Show>
    </Plain>
  );
}
