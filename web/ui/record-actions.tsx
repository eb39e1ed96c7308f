import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { MenuItem } from './menu-button.tsx';

/** Points at a record of any feature, with the words to show for it. */
export type RecordRef = {
  kind: string;
  id: string;
  label: string;
  companyId?: string;
  /** Kinds of records that it led to already, of which there is one at most. */
  has?: readonly string[];
};

/** Something that can be done with records of other features, such as "Add to meeting". */
export type RecordAction = {
  id: string;
  label: string;
  icon?: ReactNode;
  danger?: boolean;
  /** Whether the action makes sense for all of these records. */
  fits: (records: readonly RecordRef[]) => boolean;
  run: (records: readonly RecordRef[]) => void;
};

const ActionsContext = createContext<readonly RecordAction[]>([]);

/**
 * Features of the web never import each other: the console's routes gather what features offer for other features' records
 * and hand it down here.
 */
export function RecordActionsProvider({
  actions,
  children,
}: {
  actions: readonly RecordAction[];
  children: ReactNode;
}) {
  return <ActionsContext value={actions}>{children}</ActionsContext>;
}

/** The actions that fit these records, as menu items: for a row menu, a bulk bar, or the palette. */
export function useRecordActions(): (records: readonly RecordRef[]) => MenuItem[] {
  const actions = useContext(ActionsContext);
  return useMemo(() => (records) => actionItems(actions, records), [actions]);
}

/** Pure part of useRecordActions. No records, no actions. */
export function actionItems(actions: readonly RecordAction[], records: readonly RecordRef[]): MenuItem[] {
  if (records.length === 0) return [];
  return actions
    .filter((action) => action.fits(records))
    .map(({ id, label, icon, danger, run }) => ({ id, label, icon, danger, onSelect: () => run(records) }));
}
