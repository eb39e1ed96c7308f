import { type ComponentType, createContext, type ReactNode, Suspense, useContext } from 'react';
import type { RecordRef } from './record-actions.tsx';

export interface WhereUsedProps {
  record: Pick<RecordRef, 'kind' | 'id'> & { companyId: string };
  /**
   * `card` on a record's page; `section` in a panel, where it stands only when there is something to show; `bare` in a
   * dialog of its own, whose title says it.
   */
  frame: 'card' | 'section' | 'bare';
}

const PanelContext = createContext<ComponentType<WhereUsedProps> | undefined>(undefined);

/** The console gives the panel: names of linked records are of all features. */
export function WhereUsedProvider({ panel, children }: { panel: ComponentType<WhereUsedProps>; children: ReactNode }) {
  return <PanelContext value={panel}>{children}</PanelContext>;
}

/** Every record that led to this one, that it led to, or in which it is used. */
export function WhereUsed(props: WhereUsedProps) {
  const Panel = useContext(PanelContext);
  return <Suspense>{Panel ? <Panel {...props} /> : null}</Suspense>;
}
