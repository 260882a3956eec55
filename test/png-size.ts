import { readFileSync } from "node:fs";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * The size of a picture in pixels.
 *
 * @throws Error when the file is missing or no PNG
 */
export function pngSize(file: string): { width: number; height: number } {
  const png = readFileSync(file);
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error(`${file} is no PNG`);
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
