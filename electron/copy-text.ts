import { clipboard } from 'electron';
import { type Result, succeed } from '../shared/result.ts';

/** Puts text into the clipboard without the window seeing it. Fails with what `read` fails with. */
export async function copyText(
  read: Promise<Result<string>> | Result<string>,
): Promise<Result<{ readonly isEmpty: boolean }>> {
  const text = await read;
  if (!text.ok) return text;
  if (text.value === '') return succeed({ isEmpty: true });
  await clipboard.writeText(text.value);
  return succeed({ isEmpty: false });
}
