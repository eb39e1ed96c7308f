import { useQuery } from '@tanstack/react-query';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { eventsQuery } from './queries.ts';
import { eventAreas } from './text.ts';

/** Which events a webhook is told, by area. */
export function EventsField({ value, onChange }: { value: readonly string[]; onChange: (names: string[]) => void }) {
  const { data, error, refetch } = useQuery(eventsQuery());
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} className="py-4" />;
  if (!data) {
    return (
      <Loading label="Loading the events" className="flex flex-col gap-2">
        <Skeleton className="w-4/5" />
        <Skeleton className="w-3/5" />
      </Loading>
    );
  }
  const has = (name: string) => value.includes(name);
  const set = (names: readonly string[], on: boolean) => {
    const others = value.filter((name) => !names.includes(name));
    onChange(on ? [...others, ...names] : others);
  };
  const all = data.items.map(({ name }) => name);
  return (
    <div className="flex max-h-72 flex-col overflow-y-auto rounded-control border border-line bg-surface">
      <div className="sticky top-0 z-1 border-line border-b bg-surface px-2.5 py-1">
        <Checkbox
          label="All events"
          detail={`${value.length} of ${all.length} chosen`}
          checked={all.every(has)}
          mixed={value.length > 0 && !all.every(has)}
          onChange={(on) => set(all, on)}
        />
      </div>
      {eventAreas(data.items).map(({ area, events }) => {
        const names = events.map(({ name }) => name);
        return (
          <fieldset key={area} className="border-line border-b px-2.5 py-1 last:border-b-0">
            <legend className="sr-only">{area}</legend>
            <Checkbox
              label={<span className="font-medium">{area}</span>}
              checked={names.every(has)}
              mixed={names.some(has) && !names.every(has)}
              onChange={(on) => set(names, on)}
            />
            <div className="pl-6">
              {events.map(({ name, words }) => (
                <Checkbox
                  key={name}
                  label={words}
                  detail={<code className="font-sans">{name}</code>}
                  checked={has(name)}
                  onChange={(on) => set([name], on)}
                />
              ))}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}
