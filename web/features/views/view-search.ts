import { type ListId, paramsOf } from '../../../shared/views/lists.ts';
import type { View, ViewParams } from '../../../shared/views/view.ts';

/** An address as the router has it. */
export type Search = Readonly<Record<string, unknown>>;

/** What an address names in place of a view, so that the person's default does not open: the list as it is. */
export const NO_VIEW = 'none';
/** Where one is in a list: another view starts at its beginning. */
const PLACE = ['cursor', 'peek', 'control', 'view'];

function asText(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** What an address says that a view of this list can hold. */
export function paramsIn(list: ListId, search: Search): ViewParams {
  return Object.fromEntries(
    paramsOf(list).flatMap((param) => {
      const text = asText(search[param]);
      return text === undefined ? [] : [[param, text]];
    }),
  );
}

/** The view that an address names: its id, `none`, or nothing. */
export function viewIn(search: Search): string | undefined {
  return asText(search.view);
}

/** The address with a view in place of what stood there; what is no matter of views (a tab) stays. */
export function withView(list: ListId, search: Search, view: Pick<View, 'viewId' | 'params'> | undefined): Search {
  const gone = new Set([...paramsOf(list), ...PLACE]);
  const rest = Object.fromEntries(Object.entries(search).filter(([param]) => !gone.has(param)));
  return view ? { ...rest, ...view.params, view: view.viewId } : { ...rest, view: NO_VIEW };
}

/** Whether two sets of parameters show the same. */
export function sameParams(a: ViewParams, b: ViewParams): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => a[name] === b[name]);
}

/**
 * Where an address leads that was opened as it is: a bare list to the person's default view, a view's bare address to what the
 * view holds. Undefined when it says all by itself.
 */
export function opened(
  list: ListId,
  search: Search,
  views: readonly View[],
  defaultId: string | undefined,
): Search | undefined {
  if (Object.keys(paramsIn(list, search)).length > 0) return undefined;
  const view = views.find(({ viewId }) => viewId === (viewIn(search) ?? defaultId));
  if (!view || (viewIn(search) === view.viewId && Object.keys(view.params).length === 0)) return undefined;
  return withView(list, search, view);
}
