import { isDigit } from "../cursor.ts";
import { Refusal } from "../refusal.ts";
import { builtinTypes, extendedBuiltinTypes } from "./builtin-types.ts";
import { parseExpression } from "./expression.ts";
import { parseName } from "./name.ts";
import { packExpansion, withTemplateArgs } from "./name-nodes.ts";
import { type Node, sequence, text } from "./node.ts";
import type { ItaniumParser } from "./parser.ts";
import { parseSubstitution } from "./substitution.ts";
import { parseTemplateArgs } from "./template-args.ts";
import { parseTemplateParam } from "./template-param.ts";
import { array, functionType, memberPointer, pointer, qualified, reference } from "./type-nodes.ts";
import { parseSourceName } from "./unqualified-name.ts";

/** [Type](https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangle.type). All but builtin types can be substituted. */
export function parseType(parser: ItaniumParser): Node {
  return parser.nested(() => {
    const builtin = builtinTypes[parser.peek()];
    if (builtin !== undefined) {
      parser.next();
      return text(builtin);
    }
    if (parser.peek() === "D") return parseExtendedType(parser);
    if (parser.peek() === "S" && parser.peek(1) !== "t") return parseSubstitutedType(parser);
    return parser.remember(parseCompoundType(parser));
  });
}

function parseSubstitutedType(parser: ItaniumParser): Node {
  const substituted = parseSubstitution(parser);
  return parser.eat("I") ? parser.remember(withTemplateArgs(substituted, parseTemplateArgs(parser))) : substituted;
}

function parseCompoundType(parser: ItaniumParser): Node {
  if (isQualifiedFunction(parser)) return parseFunctionType(parser);
  switch (parser.peek()) {
    case "r":
    case "V":
    case "K": {
      const qualifiers = parser.qualifiers();
      return qualified(parseType(parser), qualifiers);
    }
    case "P":
      parser.next();
      return pointer(parseType(parser));
    case "R":
      parser.next();
      return reference(parseType(parser), "&");
    case "O":
      parser.next();
      return reference(parseType(parser), "&&");
    case "A":
      return parseArrayType(parser);
    case "M": {
      parser.next();
      const classType = parseType(parser);
      return memberPointer(classType, parseType(parser));
    }
    case "C":
      parser.next();
      return sequence(parseType(parser), " complex");
    case "T":
      return parseParameterType(parser);
    case "u":
      return parseVendorType(parser);
    default:
      return parseName(parser);
  }
}

/** Whether qualifiers here belong to a function, whose type they then are a part of. */
function isQualifiedFunction(parser: ItaniumParser): boolean {
  return /^r?V?K?(Do|DO|Dw|Dx)?F/.test(parser.text.slice(parser.position, parser.position + 6));
}

/** [Function type](https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangle.function-type). */
function parseFunctionType(parser: ItaniumParser): Node {
  const suffix: Node[] = [];
  const qualifiers = parser.qualifiers();
  let noexcept = "";
  if (parser.eat("Do")) noexcept = " noexcept";
  else if (!parser.startsWith("F")) throw new Refusal();
  parser.expect("F");
  parser.eat("Y");
  const result = parseType(parser);
  const parameters: Node[] = [];
  parser.eat("v");
  let referenceQualifier = "";
  while (!parser.eat("E")) {
    if (parser.eat("RE")) referenceQualifier = " &";
    else if (parser.eat("OE")) referenceQualifier = " &&";
    else {
      parameters.push(parseType(parser));
      continue;
    }
    break;
  }
  suffix.push(text(qualifiers + referenceQualifier + noexcept));
  return functionType(result, parameters, suffix);
}

/** [Array type](https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangle.array-type). */
function parseArrayType(parser: ItaniumParser): Node {
  parser.expect("A");
  const size = parseDimension(parser);
  parser.expect("_");
  return array(parseType(parser), size);
}

function parseDimension(parser: ItaniumParser): Node | undefined {
  if (isDigit(parser.peek())) return text(parser.digits());
  return parser.peek() === "_" ? undefined : parseExpression(parser);
}

/** A template parameter, perhaps a template itself, or a type with its keyword. */
function parseParameterType(parser: ItaniumParser): Node {
  const keyword = { s: "struct ", u: "union ", e: "enum " }[parser.peek(1)];
  if (keyword !== undefined) {
    parser.position += 2;
    return sequence(keyword, parseName(parser));
  }
  const parameter = parseTemplateParam(parser);
  if (!parser.scope.takesArguments || !parser.eat("I")) return parameter;
  parser.remember(parameter);
  return withTemplateArgs(parameter, parseTemplateArgs(parser));
}

/** A type of the compiler's own, such as the traits that clang keeps as they were written. */
function parseVendorType(parser: ItaniumParser): Node {
  parser.expect("u");
  const name = parseSourceName(parser);
  if (!parser.eat("I")) return name;
  const type = parseType(parser);
  parser.expect("E");
  return sequence(name, "(", type, ")");
}

function parseExtendedType(parser: ItaniumParser): Node {
  const code = parser.peek(1);
  const builtin = extendedBuiltinTypes[code];
  if (builtin !== undefined) {
    parser.position += 2;
    return text(builtin);
  }
  switch (code) {
    case "t":
    case "T":
      return parser.remember(parseDecltype(parser));
    case "p":
      parser.position += 2;
      return parser.remember(packExpansion(parseType(parser)));
    case "v":
      return parser.remember(parseVectorType(parser));
    case "o":
      return parser.remember(parseFunctionType(parser));
    case "k":
    case "K": {
      parser.position += 2;
      const constraint = parseName(parser);
      return sequence(constraint, code === "k" ? " auto" : " decltype(auto)");
    }
    default:
      throw new Refusal();
  }
}

/** [Vector type](https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangle.vector-type). */
function parseVectorType(parser: ItaniumParser): Node {
  parser.expect("Dv");
  const size = parser.eat("_") ? parseExpression(parser) : (parseDimension(parser) ?? text(""));
  parser.expect("_");
  return sequence(parseType(parser), " vector[", size, "]");
}

/** [Decltype](https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangle.decltype). */
export function parseDecltype(parser: ItaniumParser): Node {
  parser.position += 2;
  const expression = parseExpression(parser);
  parser.expect("E");
  return sequence("decltype(", expression, ")");
}
