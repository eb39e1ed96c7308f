import { SavedViews } from '../../ui/segmented.tsx';

/** Addresses around a client's budgets, made by the route. */
export interface PlaceHrefs {
  budgets: string;
  forecast: string;
  planner: string;
  licences: string;
}

/** The way between a client's budgets and its forecast. */
export function BudgetPlaces({
  current,
  hrefs,
}: {
  current: 'budgets' | 'forecast';
  hrefs: Pick<PlaceHrefs, 'budgets' | 'forecast'>;
}) {
  return (
    <SavedViews
      label="Plans in money"
      currentId={current}
      views={[
        { id: 'budgets', label: 'Budgets', href: hrefs.budgets },
        { id: 'forecast', label: 'Forecast', href: hrefs.forecast },
      ]}
      className="max-sm:flex-none!"
    />
  );
}
