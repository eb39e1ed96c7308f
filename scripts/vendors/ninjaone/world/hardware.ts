import type { Random } from '../../_kit/random.ts';

/** Classes of the worlds. Source: NinjaOne Public API 2.0, `nodeClass`. */
export type NodeClass =
  | 'WINDOWS_WORKSTATION'
  | 'WINDOWS_SERVER'
  | 'MAC'
  | 'NMS_FIREWALL'
  | 'NMS_SWITCH'
  | 'NMS_WAP'
  | 'NMS_PRINTER'
  | 'NMS_SERVER'
  | 'NMS_OTHER'
  | 'ANDROID'
  | 'APPLE_IPADOS';

export interface Hardware {
  nodeClass: NodeClass;
  manufacturer: string;
  model: string;
  /** As Windows tells it; empty for devices without an agent. */
  chassisType: '' | 'DESKTOP' | 'LAPTOP' | 'SERVER';
  virtual: boolean;
  processor: string;
  cores: number;
  memoryGb: number;
  diskGb: number;
  /** Pattern of its serials: `?` letter or digit, `#` digit, anything else stays. */
  serial: string;
}

type Given = Pick<Hardware, 'manufacturer' | 'model' | 'serial'>;

const pc = (chassisType: 'DESKTOP' | 'LAPTOP', given: Given, processor: string, memoryGb: number): Hardware => ({
  ...given,
  nodeClass: 'WINDOWS_WORKSTATION',
  chassisType,
  virtual: false,
  processor,
  cores: 6,
  memoryGb,
  diskGb: memoryGb >= 16 ? 512 : 256,
});
const server = (given: Given, processor: string, memoryGb: number, virtual = false): Hardware => ({
  ...given,
  nodeClass: 'WINDOWS_SERVER',
  chassisType: 'SERVER',
  virtual,
  processor,
  cores: virtual ? 4 : 16,
  memoryGb,
  diskGb: virtual ? 200 : 1_920,
});
const unattended = (nodeClass: NodeClass, given: Given): Hardware => ({
  ...given,
  nodeClass,
  chassisType: '',
  virtual: false,
  processor: '',
  cores: 0,
  memoryGb: 0,
  diskGb: 0,
});

const dell = (model: string): Given => ({ manufacturer: 'Dell Inc.', model, serial: '????#?3' });
const hp = (model: string): Given => ({ manufacturer: 'HP', model, serial: '5CG####???' });
const lenovo = (model: string): Given => ({ manufacturer: 'LENOVO', model, serial: 'PF#?????' });

/** Models that the worlds are made of, as the makers name them in firmware. Lenovo reports a machine type instead of a name. */
export const HARDWARE = {
  'optiplex-3060': pc('DESKTOP', dell('OptiPlex 3060'), 'Intel(R) Core(TM) i5-8500T CPU @ 2.10GHz', 8),
  'optiplex-7010': pc('DESKTOP', dell('OptiPlex SFF 7010'), 'Intel(R) Core(TM) i5-13500', 16),
  'precision-3640': pc('DESKTOP', dell('Precision 3640 Tower'), 'Intel(R) Xeon(R) W-1270 CPU @ 3.40GHz', 32),
  'prodesk-400': pc('DESKTOP', hp('HP ProDesk 400 G6 Desktop Mini PC'), 'Intel(R) Core(TM) i5-10500T CPU', 16),
  'thinkcentre-m70q': pc('DESKTOP', lenovo('11DUS1MB00'), 'Intel(R) Core(TM) i5-10400T CPU', 16),
  whitebox: pc(
    'DESKTOP',
    { manufacturer: 'To be filled by O.E.M.', model: 'To be filled by O.E.M.', serial: 'Default string' },
    'Intel(R) Core(TM) i7-9700 CPU @ 3.00GHz',
    16,
  ),
  'latitude-5440': pc('LAPTOP', dell('Latitude 5440'), '13th Gen Intel(R) Core(TM) i5-1345U', 16),
  'elitebook-840': pc(
    'LAPTOP',
    hp('HP EliteBook 840 14 inch G10 Notebook PC'),
    '13th Gen Intel(R) Core(TM) i5-1335U',
    16,
  ),
  'thinkpad-t14': pc('LAPTOP', lenovo('21HDCTO1WW'), '13th Gen Intel(R) Core(TM) i5-1340P', 16),
  'poweredge-r740': server(
    { manufacturer: 'Dell Inc.', model: 'PowerEdge R740', serial: '????#?2' },
    'Intel(R) Xeon(R) Silver 4110 CPU @ 2.10GHz',
    64,
  ),
  'poweredge-r450': server(dell('PowerEdge R450'), 'Intel(R) Xeon(R) Silver 4314 CPU @ 2.40GHz', 128),
  // Hewlett Packard Enterprise hardware whose firmware still says HP: the mislabelled maker of the demo.
  'proliant-dl360': server(
    { manufacturer: 'HP', model: 'ProLiant DL360 Gen10', serial: 'MXQ####???' },
    'Intel(R) Xeon(R) Silver 4208 CPU @ 2.10GHz',
    64,
  ),
  'hyper-v-guest': server(
    { manufacturer: 'Microsoft Corporation', model: 'Virtual Machine', serial: '####-####-####-####-####-####-##' },
    'Intel(R) Xeon(R) Silver 4208 CPU @ 2.10GHz',
    16,
    true,
  ),
  'fortigate-60f': unattended('NMS_FIREWALL', {
    manufacturer: 'Fortinet',
    model: 'FortiGate 60F',
    serial: 'FGT60FTK########',
  }),
  'aruba-1930': unattended('NMS_SWITCH', {
    manufacturer: 'Aruba',
    model: 'Instant On 1930 24G PoE',
    serial: 'CN##KP????',
  }),
  'unifi-u6': unattended('NMS_WAP', { manufacturer: 'Ubiquiti', model: 'U6-Pro', serial: '' }),
  'laserjet-m404': unattended('NMS_PRINTER', {
    manufacturer: 'HP',
    model: 'HP LaserJet Pro M404dn',
    serial: 'PHB#?#####',
  }),
  'synology-ds923': unattended('NMS_SERVER', { manufacturer: 'Synology', model: 'DS923+', serial: '##?0TQR??????' }),
  'smart-ups': unattended('NMS_OTHER', { manufacturer: 'APC', model: 'Smart-UPS 1500', serial: 'AS##########' }),
  'galaxy-tab': unattended('ANDROID', { manufacturer: 'samsung', model: 'SM-X210', serial: 'R#??###????' }),
  ipad: unattended('APPLE_IPADOS', { manufacturer: 'Apple', model: 'iPad (10th generation)', serial: '??#???????' }),
} satisfies Record<string, Hardware>;

export type HardwareModel = keyof typeof HARDWARE;

const LETTERS = [...'BCDFGHJKLMNPQRSTVWXYZ0123456789'] as [string, ...string[]];

/** A serial by the model's pattern. A pattern without places to fill is one that every such device reports. */
export function serialOf(model: HardwareModel, random: Random): string {
  return HARDWARE[model].serial.replaceAll(/[?#]/g, (sign) =>
    sign === '?' ? random.pick(LETTERS) : String(random.between(0, 9)),
  );
}
