import controlsFile from '../controls.json' with { type: 'json' };

/** One Secure Score control of the catalogue (`controls.json`); the service calls it a control profile. */
export interface Control {
  id: string;
  title: string;
  category: 'Identity' | 'Apps' | 'Device' | 'Data';
  service: string;
  tier: 'Core' | 'Defense in Depth' | 'Advanced';
  maxScore: number;
  userImpact: 'Low' | 'Moderate' | 'High';
  implementationCost: 'Low' | 'Moderate' | 'High';
  actionType: 'Config' | 'Review' | 'Behavior';
  threats: string[];
  /** Small HTML, as Graph sends it. */
  remediation: string;
  remediationImpact: string;
  /** What a tenant must have for the control to be shown: devices in Defender, or an on-premises directory. */
  needs?: 'endpoint' | 'hybrid';
  deprecated?: boolean;
}

export const CONTROLS = controlsFile as Control[];

export const CONTROL_BY_ID: ReadonlyMap<string, Control> = new Map(CONTROLS.map((control) => [control.id, control]));
