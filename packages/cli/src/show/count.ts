/** A number with its thousands apart, whatever the language of the machine. */
export function count(number: number): string {
  return number.toLocaleString("en");
}
