/** A square image; `size` is its width in pixels. */
export interface IconImage {
  readonly size: number;
  readonly png: Buffer;
}

/**
 * The types of ICNS entries that hold PNG data, by size in pixels: the plain ones and those for twice the
 * resolution. Source: the tables of Apple's `iconutil`, as https://en.wikipedia.org/wiki/Apple_Icon_Image_format
 * lists them.
 */
const icnsTypes: Readonly<Record<number, readonly string[]>> = {
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};

/** Packs PNG images into a Windows icon; no image may be wider than 256 pixels. */
export function toIco(images: readonly IconImage[]): Buffer {
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of images.entries()) {
    if (size > 256) throw new RangeError(`A Windows icon holds no image of ${size} pixels.`);
    const entry = 6 + 16 * index;
    // 0 stands for 256.
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...images.map(({ png }) => png)]);
}

/** Packs PNG images into a macOS icon; throws for a size that macOS knows no entry for. */
export function toIcns(images: readonly IconImage[]): Buffer {
  const entries = images.flatMap(({ size, png }) => {
    const types = icnsTypes[size];
    if (!types) throw new RangeError(`A macOS icon holds no image of ${size} pixels.`);
    return types.map((type) => toIcnsBlock(type, png));
  });
  return toIcnsBlock('icns', Buffer.concat(entries));
}

function toIcnsBlock(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}
