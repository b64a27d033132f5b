/** The text in capitals. What is thrown is the error of the result that `wit/world.wit` promises. */
export function transform(text: string): string {
  if (text === "") throw "there is nothing to shout";
  return text.toUpperCase();
}
