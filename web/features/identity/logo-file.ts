import { MAX_LOGO } from '../../../shared/identity/branding.ts';

/** Longest sides that are tried, largest first; the mark is drawn at 28 px, in reports at some 200. */
const SIDES = [512, 320, 200, 128];
const KEPT = ['image/png', 'image/jpeg', 'image/webp'];

/** What can be chosen: it is made small before it is stored, so it may be large. */
export const LOGO_RULES = { accept: KEPT, maxBytes: 8_000_000 };

function dataUrl(image: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read.'));
    reader.readAsDataURL(image);
  });
}

async function drawn(bitmap: ImageBitmap, side: number): Promise<Blob | null> {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  // WebP where the browser writes it, else it gives PNG: both keep transparency.
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/webp', 0.92));
}

/** The file is no image that this browser can draw, or none that can be made small enough. The words say so. */
export class LogoRefused extends Error {
  override readonly name = 'LogoRefused';
}

/** An image file as a data URL that the API takes: as it is when small enough, else drawn smaller. @throws LogoRefused */
export async function fittingLogo(file: File): Promise<string> {
  if (file.size <= MAX_LOGO && KEPT.includes(file.type)) return dataUrl(file);
  const bitmap = await createImageBitmap(file).catch((error: unknown) => {
    if (!(error instanceof DOMException)) throw error;
    throw new LogoRefused('This file could not be read as an image. Choose a PNG, JPEG or WebP file.');
  });
  for (const side of SIDES) {
    const image = await drawn(bitmap, side);
    if (image && image.size <= MAX_LOGO) return dataUrl(image);
  }
  throw new LogoRefused('This image is too large to be a logo. Choose a simpler or smaller one.');
}
