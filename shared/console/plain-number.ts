/** Whether a text is a number written the one way that JSON writes it: reading it loses nothing of the text. */
export function isPlainNumber(text: string): boolean {
  const number = Number(text);
  return text !== '' && Number.isFinite(number) && String(number) === text;
}
