/** Whether this may be written without quotes: other letters than those of ASCII are not taken for such. */
export function isIdentifierName(text: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(text);
}

/**
 * What no parameter, function or constant of a module may be called: the reserved words of modules, which are in strict
 * mode, and three that TypeScript keeps for itself.
 *
 * See {@link https://tc39.es/ecma262/#prod-ReservedWord | ECMAScript, reserved words}.
 */
const reserved: ReadonlySet<string> = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function globalThis if implements import in instanceof interface let new null package private " +
    "protected public return static super switch this throw true try typeof undefined var void while with yield"
  ).split(" "),
);

/** Whether a parameter, a function or a constant may be called so. */
function isBindingName(text: string): boolean {
  return isIdentifierName(text) && !reserved.has(text);
}

/** A name that may be bound and that is not taken yet; from then on it is. `fallback` serves where `wanted` is no name. */
export function bindingName(wanted: string, fallback: string, taken: Set<string>): string {
  const base = isIdentifierName(wanted) ? wanted : fallback;
  let name = base;
  while (!isBindingName(name) || taken.has(name)) name += "_";
  taken.add(name);
  return name;
}
