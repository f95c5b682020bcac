import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { toIcns, toIco } from './icon-containers.ts';

const pngSignature = '89504e470d0a1a0a';

test('every entry of the Windows icon is a PNG of the size that its directory names', () => {
  const ico = fs.readFileSync(path.join(import.meta.dirname, '..', '..', 'electron', 'icons', 'icon.ico'));
  const sizes: number[] = [];
  for (let index = 0; index < ico.readUInt16LE(4); index++) {
    const entry = 6 + 16 * index;
    const offset = ico.readUInt32LE(entry + 12);
    expect(ico.toString('hex', offset, offset + 8)).toBe(pngSignature);
    const width = ico.readUInt32BE(offset + 16);
    expect(ico.readUInt8(entry)).toBe(width % 256);
    sizes.push(width);
  }
  expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
});

test('the macOS icon is a chain of PNG entries that ends with the file', () => {
  const icns = fs.readFileSync(path.join(import.meta.dirname, '..', '..', 'electron', 'icons', 'icon.icns'));
  expect(icns.toString('latin1', 0, 4)).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const widths: Record<string, number> = {};
  let offset = 8;
  while (offset < icns.length) {
    expect(icns.toString('hex', offset + 8, offset + 16)).toBe(pngSignature);
    widths[icns.toString('latin1', offset, offset + 4)] = icns.readUInt32BE(offset + 24);
    offset += icns.readUInt32BE(offset + 4);
  }
  expect(offset).toBe(icns.length);
  expect(widths).toEqual({
    icp4: 16,
    icp5: 32,
    ic11: 32,
    ic12: 64,
    ic07: 128,
    ic08: 256,
    ic13: 256,
    ic09: 512,
    ic14: 512,
    ic10: 1024,
  });
});

test('a size that the format has no place for is refused', () => {
  expect(() => toIco([{ size: 512, png: Buffer.alloc(0) }])).toThrow(RangeError);
  expect(() => toIcns([{ size: 24, png: Buffer.alloc(0) }])).toThrow(RangeError);
});
