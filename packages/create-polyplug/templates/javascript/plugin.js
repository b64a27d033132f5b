/**
 * The text in capitals. What is thrown is the error of the result that `wit/world.wit` promises.
 *
 * @type {import("acme:text/text-filter@1.0.0").TextFilterExports["transform"]}
 */
export const transform = (text) => {
  if (text === "") throw "there is nothing to shout";
  return text.toUpperCase();
};
