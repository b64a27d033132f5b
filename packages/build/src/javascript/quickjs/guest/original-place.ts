/** A place in a source; all are counted from 0. */
export interface Place {
  readonly source: number;
  readonly line: number;
  readonly column: number;
}

/**
 * Where a place of a bundle comes from, if it comes from anywhere.
 *
 * See {@link https://tc39.es/ecma426/#sec-mappings-grammar | ECMA-426, mappings}.
 */
export function originalPlace(mappings: string, wanted: Omit<Place, "source">): Place | undefined {
  let found: Place | undefined;
  let [source, line, column] = [0, 0, 0];
  for (const [at, text] of mappings.split(";", wanted.line + 1).entries()) {
    let from = 0;
    for (const segment of text.split(",")) {
      // What comes from nowhere has a column alone.
      const numbers = decode(segment);
      const [step = 0, sourceStep = 0, lineStep = 0, columnStep = 0] = numbers;
      from += step;
      source += sourceStep;
      line += lineStep;
      column += columnStep;
      if (at === wanted.line && numbers.length > 1 && (found === undefined || from <= wanted.column)) {
        found = { source, line, column };
      }
    }
  }
  return found;
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Numbers of any size in digits of five bits, with a bit for whether another one follows. The lowest bit is the sign. */
function decode(segment: string): readonly number[] {
  const numbers: number[] = [];
  let [value, shift] = [0, 0];
  for (const character of segment) {
    const digit = digits.indexOf(character);
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >>> 1) : value >>> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
}
