/**
 * Around the script, so that it says what is wrong where a page loads it as an ordinary script, as some consent tools and
 * speed plug-ins do. Otherwise the browser would only report a syntax error in it.
 *
 * The same text has two meanings. In a module `await` is an operator, and what follows it is a regular expression.
 * Elsewhere `await` is a name, what follows is a division by a list, and all of the script is a comment in that list.
 */
export const PROLOGUE = `document.currentScript&&console.error('eh-wizard: the script needs type="module"; exclude it from tools that remove it');typeof await/[/*]/;`;
export const EPILOGUE = "//*/0]\n";
