// tools/assemble.mjs gives the wizard this function; it is only called when an application is saved as a file.

/**
 * Where the words of a language are of which passphrases consist. Written like this, bundlers find the files and copy them.
 *
 * @param {string} lang
 */
export function wordList(lang) {
  const [dutch, english] = [
    new URL("./words-nl.txt", import.meta.url),
    new URL("./words-en.txt", import.meta.url),
  ];
  return (lang === "en" ? english : dutch).href;
}
