import type { Category, ControlFilter, ControlState } from '../../../shared/m365/control.ts';
import type { M365UserFilter, UserKind } from '../../../shared/m365/user.ts';
import { textParam, wordParam } from '../../lib/search.ts';
import { CATEGORY_ORDER, CONTROL_STATE_ORDER } from './orders.ts';
import type { ControlChoice, UserChoice } from './queries.ts';

export type M365Tab = 'overview' | 'score' | 'licences' | 'users';

/** What the address of a client's Microsoft 365 holds; defaults are left out. */
export interface M365Search {
  tab?: Exclude<M365Tab, 'overview'>;
  /** Of the controls: filters, order, and the one that is open. */
  tier?: string;
  category?: Category;
  status?: ControlState;
  order?: Exclude<ControlFilter['order'], 'open'>;
  control?: string;
  /** Of the users: the one that is open, filters and the place in the list. */
  user?: string;
  accounts?: Exclude<M365UserFilter['status'], 'enabled'>;
  kind?: UserKind;
  licence?: string;
  q?: string;
  cursor?: string;
}

export function parseM365Search(raw: Record<string, unknown>): M365Search {
  return {
    tab: wordParam(raw, 'tab', ['score', 'licences', 'users']),
    tier: textParam(raw, 'tier'),
    category: wordParam(raw, 'category', CATEGORY_ORDER),
    status: wordParam(raw, 'status', CONTROL_STATE_ORDER),
    order: wordParam(raw, 'order', ['points', 'category']),
    control: textParam(raw, 'control'),
    user: textParam(raw, 'user'),
    accounts: wordParam(raw, 'accounts', ['disabled', 'any']),
    kind: wordParam(raw, 'kind', ['member', 'guest']),
    licence: textParam(raw, 'licence'),
    q: textParam(raw, 'q'),
    cursor: textParam(raw, 'cursor'),
  };
}

/** What the API is asked about controls. */
export function controlChoice({ tier, category, status, order }: M365Search): ControlChoice {
  return { tier, category, status, order };
}

/** What the API is asked about users. */
export function userChoice({ accounts, kind, licence, q, cursor }: M365Search): UserChoice {
  return { status: accounts, kind, licence, q, cursor };
}
