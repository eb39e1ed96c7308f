/** What the page knows of the client whose devices it shows. */
export interface DeviceClient {
  companyId: string;
  name: string;
  /** 1-12. */
  fiscalYearStart: number;
  status: 'active' | 'onboarding' | 'archived';
}

/** Makes one planner item that replaces devices of one client; the console's routes give it. `open` goes to the item. */
export type ReplaceDevices = (choice: {
  companyId: string;
  deviceIds: readonly string[];
  /** Fiscal, `2027-Q2`; absent: where the first of them falls due. */
  quarter?: string;
}) => Promise<{ title: string; open: () => void }>;

/** The open planner item that replaces a device; null when there is none, undefined until that is known. */
export type PlannedAs = { title: string; href: string } | null | undefined;
