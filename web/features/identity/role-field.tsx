import { RadioCards } from '../../ui/radio-cards.tsx';
import type { RoleWords } from './text.ts';

/** One role of a side, each with what it may do. */
export function RoleCards<Role extends string>({
  words,
  roles,
  ...control
}: {
  words: Record<Role, RoleWords>;
  roles: readonly Role[];
  value: Role | null | undefined;
  onChange: (role: Role) => void;
  onBlur?: () => void;
}) {
  const options = roles.map((value) => ({ value, label: words[value].word, detail: words[value].detail }));
  return <RadioCards {...control} options={options} />;
}
