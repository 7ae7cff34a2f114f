/**
 * Options for the browser, without a prototype: from an ordinary object it would also read options that other scripts
 * have put on `Object.prototype`.
 *
 * @template T
 * @param {T} fields
 * @returns {T}
 */
export const options = (fields) => ({ __proto__: null, ...fields });
