/**
 * Offers a file to the browser.
 *
 * @param name - without folders
 */
export function download(name: string, content: BlobPart, type: string) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** The same with several files, as an archive; the library is loaded for it. */
export async function downloadZip(
  name: string,
  files: ReadonlyArray<{ path: string; content: string }>,
) {
  const { zipSync, strToU8 } = await import('fflate');
  const archive = zipSync(
    Object.fromEntries(
      files.map(({ path, content }) => [path, strToU8(content)]),
    ),
  );
  download(name, archive as BlobPart, 'application/zip');
}
