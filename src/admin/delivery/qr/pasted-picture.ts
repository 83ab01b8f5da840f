/** The first picture among the files that were pasted or dropped; null lets the browser do what it does with the rest. */
export function pastedPicture(files: Iterable<File> | undefined | null): File | null {
  for (const file of files ?? []) if (file.type.startsWith('image/')) return file;
  return null;
}
