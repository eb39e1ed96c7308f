import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { RecordType } from '../../shared/kernel/link.ts';
import type { MenuItem } from './menu-button.tsx';

/** Points at a record of any feature, with the words to show for it. */
export type RecordRef = {
  kind: RecordType;
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
  /** `done` is for the list that ticked them: the work with them is over. */
  run: (records: readonly RecordRef[], done: () => void) => void;
};

/** An action as an item of a menu, a button, or a part of the bulk bar. */
export type RecordItem = Pick<MenuItem, 'id' | 'label' | 'icon' | 'danger'> & { onSelect: () => void };

/** The actions that fit these records; `done` is called when one of them is over. */
export type ActionsOf = (records: readonly RecordRef[], done?: () => void) => RecordItem[];

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

/** The actions that fit records, as menu items: for a row menu, a bulk bar, or the palette. */
export function useRecordActions(): ActionsOf {
  const actions = useContext(ActionsContext);
  return useMemo(() => (records, done) => actionItems(actions, records, done), [actions]);
}

const nothing = () => undefined;

/** Pure part of useRecordActions. No records, no actions. */
export function actionItems(
  actions: readonly RecordAction[],
  records: readonly RecordRef[],
  done: () => void = nothing,
): RecordItem[] {
  if (records.length === 0) return [];
  return actions
    .filter((action) => action.fits(records))
    .map(({ id, label, icon, danger, run }) => ({ id, label, icon, danger, onSelect: () => run(records, done) }));
}

/** The records of rows, or none when one of them leads to nothing: what is done is done with all that are ticked. */
export function refsOf<Row>(rows: readonly Row[], refOf: (row: Row) => RecordRef | undefined): RecordRef[] {
  const refs = rows.flatMap((row) => refOf(row) ?? []);
  return refs.length === rows.length ? refs : [];
}
