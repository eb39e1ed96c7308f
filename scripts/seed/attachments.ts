import { createHash } from 'node:crypto';
import type { Clients } from './clients.ts';
import { itemOf, memberOf } from './item-of.ts';
import type { Staff } from './staff.ts';

/** Files that the team attached to planner items, by client and the beginning of the item's title. */
const ATTACHED: readonly { client: string; about: string; by: string; name: string; lines: readonly string[] }[] = [
  {
    client: 'crd',
    about: 'Imaging server',
    by: 'tom',
    name: 'Quote two imaging servers.csv',
    lines: [
      'Position,Quantity,Unit price',
      'Rack server with 8 disks,2,8950.00',
      'Five years of support on site,2,1100.00',
      'Rails and cables,2,140.00',
    ],
  },
  {
    client: 'crd',
    about: 'Imaging server',
    by: 'kenji',
    name: 'Call with the imaging vendor.txt',
    lines: [
      'The new release is supported from January on.',
      'Each server takes a weekend; the vendor is on call on both Saturdays.',
      'Old studies can be moved beforehand, in the nights.',
    ],
  },
];

/** Attaches them as the console does: announced, put into the store of files, confirmed. */
export async function seedAttachments(staff: Staff, clients: Clients): Promise<void> {
  for (const { client, about, by, name, lines } of ATTACHED) {
    const { attachments } = memberOf(staff, by).api;
    const record = await itemOf(staff, clients, client, about);
    const body = Buffer.from(`${lines.join('\r\n')}\r\n`);
    const sha256 = createHash('sha256').update(body).digest('base64');
    const { attachmentId, v } = await attachments.add({ ...record, name, bytes: body.byteLength, sha256 });
    const { url, headers } = await attachments.upload({ ...record, attachmentId });
    const answer = await fetch(url, { method: 'PUT', headers, body });
    if (!answer.ok) throw new Error(`The file ${name} was not taken: ${answer.status} ${await answer.text()}`);
    await attachments.finish({ ...record, attachmentId, v });
  }
}
