import pdfmake from 'pdfmake';
import type { Snapshot } from '../../../shared/reports/snapshot.ts';
import { reportDocument } from './document.ts';
import regular from './fonts/inter-regular.json' with { type: 'json' };
import semibold from './fonts/inter-semibold.json' with { type: 'json' };
import { TABLE_LAYOUTS } from './paper.ts';

// Charts find a font by the name that it carries inside, so the files bear exactly those names.
const fonts = new Map([regular, semibold].map(({ name, base64 }) => [name, Buffer.from(base64, 'base64')]));
// pdfmake's own file system asks for __dirname, which a bundled ES module does not have.
pdfmake.virtualfs = { existsSync: (name) => fonts.has(name), readFileSync: (name) => fonts.get(name) };
pdfmake.addTableLayouts(TABLE_LAYOUTS);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);

/** Pages of a finished PDF: its page objects, which pdfkit writes uncompressed. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
}

async function drawn(snapshot: Snapshot): Promise<Buffer> {
  pdfmake.setFonts({ Inter: { normal: regular.name, bold: semibold.name } });
  return pdfmake.createPdf(reportDocument(snapshot)).getBuffer();
}

/** A logo that passed the upload's check can still be broken inside. */
const isBrokenImage = (error: unknown) => error instanceof Error && error.message.startsWith('Invalid image');

/**
 * Draws the report: A4, tagged, with language and title. The same snapshot gives the same bytes. A logo that cannot be
 * drawn gives way to the MSP's letter.
 */
export async function drawReport(snapshot: Snapshot): Promise<{ pdf: Buffer; pages: number }> {
  try {
    const pdf = await drawn(snapshot);
    return { pdf, pages: pagesOf(pdf) };
  } catch (error) {
    if (!isBrokenImage(error)) throw error;
    const pdf = await drawn({ ...snapshot, msp: { ...snapshot.msp, logo: '' } });
    return { pdf, pages: pagesOf(pdf) };
  }
}
