import { useState } from 'react';
import { KEY_PRESETS } from '../../../shared/identity/api-key.ts';
import type { KeyScope } from '../../../shared/kernel/permissions.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { KEY_AREAS, KEY_WAYS, type KeyWay, wayOf } from './key-words.ts';

/** What a key may do: a preset, or the ticked permissions. */
export function ScopesField({ value, onChange }: { value: KeyScope[]; onChange: (scopes: KeyScope[]) => void }) {
  const [way, setWay] = useState<KeyWay>(wayOf(value));
  const tick = (scope: KeyScope, on: boolean) =>
    onChange(on ? [...value, scope] : value.filter((other) => other !== scope));
  return (
    <RadioCards
      value={way}
      onChange={(next) => {
        setWay(next);
        onChange(next === 'some' ? [] : [...KEY_PRESETS[next]]);
      }}
      options={(['read', 'write', 'some'] as const).map((one) => ({
        value: one,
        label: KEY_WAYS[one].word,
        detail: KEY_WAYS[one].detail,
        ...(one === 'some'
          ? {
              fact: way === 'some' ? value.length : undefined,
              children: (
                <div className="grid max-h-64 gap-x-6 gap-y-2 overflow-y-auto rounded-control border border-line bg-surface px-2.5 py-2 sm:grid-cols-2">
                  {KEY_AREAS.map(({ area, scopes }) => (
                    <fieldset key={area}>
                      <legend className="text-ink-3 text-meta">{area}</legend>
                      {scopes.map(({ scope, word }) => (
                        <Checkbox
                          key={scope}
                          label={word}
                          aria-label={`${area}: ${word}`}
                          checked={value.includes(scope)}
                          onChange={(on) => tick(scope, on)}
                        />
                      ))}
                    </fieldset>
                  ))}
                </div>
              ),
            }
          : {}),
      }))}
    />
  );
}
