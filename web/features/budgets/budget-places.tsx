import { SegmentedLinks } from '../../ui/segmented.tsx';

/** Addresses of the pages around budgets, made by the route. */
export interface PlaceHrefs {
  budgets: string;
  forecast: string;
  products: string;
  templates: string;
}

/** The way between budgets, forecast, products and templates. */
export function BudgetPlaces({ current, hrefs }: { current: keyof PlaceHrefs; hrefs: PlaceHrefs }) {
  return (
    <SegmentedLinks
      label="Plans in money"
      currentId={current}
      pages={[
        { id: 'budgets', label: 'Budgets', href: hrefs.budgets },
        { id: 'forecast', label: 'Forecast', href: hrefs.forecast },
        { id: 'products', label: 'Products', href: hrefs.products },
        { id: 'templates', label: 'Templates', href: hrefs.templates },
      ]}
      className="max-sm:w-full! max-sm:flex-none! max-sm:*:flex-1"
    />
  );
}
