/**
 * The text in capitals. What is thrown is the error of the result that `wit/world.wit` promises.
 *
 * @param {string} text
 * @returns {string}
 */
export function transform(text) {
  if (text === "") throw "there is nothing to shout";
  return text.toUpperCase();
}
