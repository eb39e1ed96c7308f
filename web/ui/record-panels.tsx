import { type ComponentType, createContext, type ReactNode, Suspense, useContext } from 'react';
import type { RecordRef } from './record-actions.tsx';

export interface RecordPanelProps {
  record: Pick<RecordRef, 'kind' | 'id'> & { companyId: string };
  /**
   * `card` on a record's page; `section` in a panel, where it stands only when there is something to show; `bare` in a
   * dialog of its own, whose title says it.
   */
  frame: 'card' | 'section' | 'bare';
}

interface RecordPanels {
  whereUsed: ComponentType<RecordPanelProps>;
  discussion: ComponentType<RecordPanelProps>;
  files: ComponentType<RecordPanelProps>;
}

const PanelsContext = createContext<RecordPanels | undefined>(undefined);

/** The console gives the panels that stand beside records of every feature: they are of other features. */
export function RecordPanelsProvider({ panels, children }: { panels: RecordPanels; children: ReactNode }) {
  return <PanelsContext value={panels}>{children}</PanelsContext>;
}

/** Every record that led to this one, that it led to, or in which it is used. */
export function WhereUsed(props: RecordPanelProps) {
  const Panel = useContext(PanelsContext)?.whereUsed;
  return <Suspense>{Panel ? <Panel {...props} /> : null}</Suspense>;
}

/** What staff say to each other about the record. */
export function Discussion(props: RecordPanelProps) {
  const Panel = useContext(PanelsContext)?.discussion;
  return <Suspense>{Panel ? <Panel {...props} /> : null}</Suspense>;
}

/** The files that staff attached to the record. */
export function Files(props: RecordPanelProps) {
  const Panel = useContext(PanelsContext)?.files;
  return <Suspense>{Panel ? <Panel {...props} /> : null}</Suspense>;
}
