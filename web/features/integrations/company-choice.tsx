import { useMemo } from 'react';
import { LazyCombobox } from '../../ui/lazy-combobox.tsx';
import type { Option } from '../../ui/select.tsx';

/** The MSP's clients as the mapping offers them; the page's route brings them. */
export interface CompanyChoices {
  options: readonly { companyId: string; name: string }[];
  searching: boolean;
  onSearch: (text: string) => void;
}

/** A client chosen for a tenant; null leaves the tenant out. */
export type Choice = { companyId: string; name: string } | null;

/** Which client a tenant is. */
export function CompanyChoice({
  tenant,
  value,
  onChange,
  companies,
}: {
  tenant: string;
  value: Choice;
  onChange: (choice: Choice) => void;
  companies: CompanyChoices;
}) {
  const options = useMemo(
    () => companies.options.map(({ companyId, name }): Option => ({ value: companyId, label: name })),
    [companies.options],
  );
  return (
    <LazyCombobox
      aria-label={`Client of ${tenant}`}
      options={options}
      value={value ? { value: value.companyId, label: value.name } : null}
      onChange={(option) => onChange(option ? { companyId: option.value, name: option.label } : null)}
      onSearch={companies.onSearch}
      searching={companies.searching}
      placeholder="Do not connect"
      empty="No client of this name."
      clearable
      className="w-56 max-w-full p-0.5"
    />
  );
}
