/** What an agent reports of an operating system. Source: NinjaOne Public API 2.0, "DeviceOperatingSystem". */
export interface OperatingSystem {
  name: string;
  manufacturer: string;
  architecture: string;
  buildNumber: string;
  releaseId: string;
}

const windows = (name: string, buildNumber: string, releaseId: string): OperatingSystem => ({
  name,
  manufacturer: 'Microsoft Corporation',
  architecture: '64-bit',
  buildNumber,
  releaseId,
});

/** Editions and builds. Source: Microsoft, "Windows release information" and "Windows Server release information". */
export const SYSTEMS = {
  'windows-10-21h2': windows('Windows 10 Professional Edition', '19044', '21H2'),
  'windows-10-22h2': windows('Windows 10 Professional Edition', '19045', '22H2'),
  'windows-11-22h2': windows('Windows 11 Professional Edition', '22621', '22H2'),
  'windows-11-23h2': windows('Windows 11 Professional Edition', '22631', '23H2'),
  'windows-11-24h2': windows('Windows 11 Professional Edition', '26100', '24H2'),
  'windows-11-25h2': windows('Windows 11 Professional Edition', '26200', '25H2'),
  'server-2012-r2': windows('Windows Server 2012 R2 Standard Edition', '9600', ''),
  'server-2016': windows('Windows Server 2016 Standard Edition', '14393', '1607'),
  'server-2019': windows('Windows Server 2019 Standard Edition', '17763', '1809'),
  'server-2022': windows('Windows Server 2022 Standard Edition', '20348', '21H2'),
  'macos-15': {
    name: 'macOS 15 Sequoia',
    manufacturer: 'Apple Inc.',
    architecture: 'arm64',
    buildNumber: '24G90',
    releaseId: '15.6',
  },
} as const satisfies Record<string, OperatingSystem>;

export type SystemName = keyof typeof SYSTEMS;
