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

function RecordPanel({ name, ...props }: RecordPanelProps & { name: keyof RecordPanels }) {
  const Panel = useContext(PanelsContext)?.[name];
  return <Suspense>{Panel ? <Panel {...props} /> : null}</Suspense>;
}

/** Every record that led to this one, that it led to, or in which it is used. */
export const WhereUsed = (props: RecordPanelProps) => <RecordPanel name="whereUsed" {...props} />;
/** What staff say to each other about the record. */
export const Discussion = (props: RecordPanelProps) => <RecordPanel name="discussion" {...props} />;
/** The files that staff attached to the record. */
export const Files = (props: RecordPanelProps) => <RecordPanel name="files" {...props} />;
