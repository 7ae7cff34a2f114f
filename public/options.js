/**
 * Options for the browser, without a prototype: of an ordinary object it would also read the options that other scripts
 * have put on `Object.prototype`.
 *
 * @template T
 * @param {T} fields
 * @returns {T}
 */
export const options = (fields) => ({ __proto__: null, ...fields });
