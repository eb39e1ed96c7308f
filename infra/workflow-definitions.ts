import type { WorkflowDefinition } from './constructs/workflow.ts';
import { devicesSync } from './workflows/devices-sync.ts';
import { exportList } from './workflows/export.ts';
import { m365Sync } from './workflows/m365-sync.ts';
import { report } from './workflows/report.ts';

/** Every workflow by its name, which is the name of its file in `infra/workflows/`: one line each. */
export type WorkflowDefinitions = Readonly<Record<string, WorkflowDefinition>>;

export const WORKFLOW_DEFINITIONS: WorkflowDefinitions = {
  'devices-sync': devicesSync,
  'm365-sync': m365Sync,
  report,
  export: exportList,
};
