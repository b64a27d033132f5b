import { Refusal } from "../refusal.ts";
import { type Node, text } from "./node.ts";
import type { ItaniumParser } from "./parser.ts";
import { parseAbiTags } from "./unqualified-name.ts";

/** Their names, and what their constructors are called. */
const standard: Readonly<Record<string, readonly [string, string]>> = {
  a: ["std::allocator", "allocator"],
  b: ["std::basic_string", "basic_string"],
  s: ["std::string", "basic_string"],
  i: ["std::istream", "basic_istream"],
  o: ["std::ostream", "basic_ostream"],
  d: ["std::iostream", "basic_iostream"],
};

/** [Substitution](https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangling-compression): an earlier part, or a part of `std`. */
export function parseSubstitution(parser: ItaniumParser): Node {
  parser.expect("S");
  const abbreviation = standard[parser.peek()];
  if (abbreviation !== undefined) {
    parser.next();
    const [name, baseName] = abbreviation;
    const node = text(name, baseName);
    const tagged = parseAbiTags(parser, node);
    return tagged === node ? node : parser.remember(tagged);
  }
  const found = parser.substitutions[parser.sequenceId()];
  if (found === undefined) throw new Refusal();
  return found;
}
