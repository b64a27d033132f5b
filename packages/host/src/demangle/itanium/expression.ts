import { isDigit } from "../cursor.ts";
import { Refusal } from "../refusal.ts";
import { parseConstraint } from "./encoding.ts";
import {
  binary,
  braced,
  call,
  conditional,
  conversion,
  enclosing,
  fold,
  member,
  namedCast,
  postfix,
  prefix,
  subscript,
} from "./expression-nodes.ts";
import { parseLiteral } from "./literal.ts";
import { parseName } from "./name.ts";
import { packExpansion } from "./name-nodes.ts";
import { type Node, sequence, text } from "./node.ts";
import { type Operator, operators } from "./operators.ts";
import type { ItaniumParser } from "./parser.ts";
import { parseTemplateArgument } from "./template-args.ts";
import { isTemplateParamDeclaration, parseTemplateParam } from "./template-param.ts";
import { parseType } from "./type.ts";
import { parseSourceName } from "./unqualified-name.ts";
import { parseUnresolvedName } from "./unresolved-name.ts";

const namedCasts: Readonly<Record<string, string>> = {
  sc: "static_cast",
  cc: "const_cast",
  dc: "dynamic_cast",
  rc: "reinterpret_cast",
};

/** [Expression](https://itanium-cxx-abi.github.io/cxx-abi/abi.html#expressions). */
export function parseExpression(parser: ItaniumParser): Node {
  return parser.nested(() => {
    const isGlobal = parser.eat("gs");
    if (isGlobal) return parseGlobal(parser);
    const first = parser.peek();
    if (first === "L") return parseLiteral(parser);
    if (first === "T" && !isTemplateParamDeclaration(parser)) return parseTemplateParam(parser);
    if (isDigit(first)) return parseUnresolvedName(parser);
    if (first === "f") return parseParameterOrFold(parser);
    if (first === "u") return parseVendorExpression(parser);
    return parseOperation(parser);
  });
}

function parseGlobal(parser: ItaniumParser): Node {
  if (/^n[wa]$/.test(parser.peek() + parser.peek(1))) return sequence("::", parseOperation(parser));
  return sequence("::", parseUnresolvedName(parser));
}

function parseOperation(parser: ItaniumParser): Node {
  const code = parser.peek() + parser.peek(1);
  if (code === "sr" || code === "dn" || code === "on") return parseUnresolvedName(parser);
  const operator = operators.get(code);
  parser.take(2);
  const cast = namedCasts[code];
  if (cast !== undefined) {
    const type = parseType(parser);
    return namedCast(cast, type, parseExpression(parser));
  }
  const special = specialForms[code];
  if (special !== undefined) return special(parser, code);
  if (operator === undefined) throw new Refusal();
  return applyOperator(parser, operator);
}

function applyOperator(parser: ItaniumParser, { symbol, kind, precedence: own }: Operator): Node {
  switch (kind) {
    case "prefix":
      return prefix(symbol, parseExpression(parser));
    case "postfix":
      return parser.eat("_") ? prefix(symbol, parseExpression(parser)) : postfix(parseExpression(parser), symbol);
    case "binary": {
      const lhs = parseExpression(parser);
      return binary(symbol, own, lhs, parseExpression(parser));
    }
    case "member": {
      const object = parseExpression(parser);
      return member(object, symbol, parseExpression(parser), own);
    }
    default:
      throw new Refusal();
  }
}

function listUntilEnd(parser: ItaniumParser): Node[] {
  return parser.until("E", () => parseExpression(parser));
}

/** Expressions that are no plain operator, by their code, which was read. */
const specialForms: Readonly<Record<string, (parser: ItaniumParser, code: string) => Node>> = {
  cl(parser) {
    const callee = parseExpression(parser);
    return call(callee, listUntilEnd(parser));
  },
  cp(parser) {
    const callee = parseExpression(parser);
    return call(sequence("(", callee, ")"), listUntilEnd(parser));
  },
  cv(parser) {
    const type = parser.within({ takesArguments: false }, () => parseType(parser));
    return conversion(type, parser.eat("_") ? listUntilEnd(parser) : [parseExpression(parser)]);
  },
  ix(parser) {
    const object = parseExpression(parser);
    return subscript(object, parseExpression(parser));
  },
  qu(parser) {
    const condition = parseExpression(parser);
    const then = parseExpression(parser);
    return conditional(condition, then, parseExpression(parser));
  },
  il: (parser) => braced(undefined, listUntilEnd(parser)),
  tl(parser) {
    const type = parseType(parser);
    return braced(type, listUntilEnd(parser));
  },
  nw: parseNew,
  na: parseNew,
  st: (parser) => enclosing("sizeof ", parseType(parser)),
  sz: (parser) => enclosing("sizeof ", parseExpression(parser)),
  at: (parser) => enclosing("alignof ", parseType(parser)),
  az: (parser) => enclosing("alignof ", parseExpression(parser)),
  nx: (parser) => enclosing("noexcept ", parseExpression(parser)),
  ti: (parser) => enclosing("typeid ", parseType(parser)),
  te: (parser) => enclosing("typeid ", parseExpression(parser)),
  tw: (parser) => sequence("throw ", parseExpression(parser)),
  tr: () => text("throw"),
  sp: (parser) => packExpansion(parseExpression(parser)),
  sZ(parser) {
    return parser.peek() === "T"
      ? enclosing("sizeof...", packExpansion(parseTemplateParam(parser)))
      : enclosing("sizeof... ", parseFunctionParam(parser));
  },
  sP(parser) {
    const args = parser.until("E", () => parseTemplateArgument(parser));
    return enclosing("sizeof... ", { left: (out) => out.list(args) });
  },
  rq: (parser) => parseRequires(parser, []),
  rQ(parser) {
    const parameters: Node[] = [];
    while (!parser.eat("_")) parameters.push(parseType(parser));
    return parseRequires(parser, parameters);
  },
};

function parseNew(parser: ItaniumParser, code: string): Node {
  const placement = parser.until("_", () => parseExpression(parser));
  const type = parseType(parser);
  const isInitialised = parser.eat("pi");
  const initialisers = isInitialised ? listUntilEnd(parser) : [];
  if (!isInitialised) parser.expect("E");
  return {
    left(out) {
      out.write(code === "na" ? "new[]" : "new");
      if (placement.length > 0) out.parenthesised(() => out.list(placement));
      out.write(" ");
      out.print(type);
      if (isInitialised) out.parenthesised(() => out.list(initialisers));
    },
  };
}

/** A function's parameter, `fp` and its number, or a fold: both codes begin with the same letter. */
function parseParameterOrFold(parser: ItaniumParser): Node {
  if (parser.peek(1) === "p" || (parser.peek(1) === "L" && isDigit(parser.peek(2)))) return parseFunctionParam(parser);
  parser.expect("f");
  const kind = parser.next();
  if (!"lrLR".includes(kind)) throw new Refusal();
  const operator = operators.get(parser.take(2));
  if (operator === undefined) throw new Refusal();
  const first = parseExpression(parser);
  const second = kind === "L" || kind === "R" ? parseExpression(parser) : undefined;
  const direction = kind === "l" || kind === "L" ? "left" : "right";
  const [pack, initial] = kind === "L" && second !== undefined ? [second, first] : [first, second];
  return fold(direction, operator.symbol, pack, initial);
}

/** [Function parameter](https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangle.function-param). */
function parseFunctionParam(parser: ItaniumParser): Node {
  if (parser.eat("fpT")) return text("this");
  if (parser.eat("fL")) {
    parser.decimal();
    parser.expect("p");
  } else {
    parser.expect("fp");
  }
  parser.qualifiers();
  const number = parser.digits();
  parser.expect("_");
  return text(`fp${number}`);
}

function parseVendorExpression(parser: ItaniumParser): Node {
  parser.expect("u");
  const name = parseSourceName(parser);
  return call(
    name,
    parser.until("E", () => parseTemplateArgument(parser)),
  );
}

/** [Requirement](https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangle.requirement)s of a requires-expression. */
function parseRequires(parser: ItaniumParser, parameters: readonly Node[]): Node {
  const requirements = parser.until("E", () => parseRequirement(parser));
  return {
    left(out) {
      out.write("requires");
      if (parameters.length > 0) {
        out.write(" ");
        out.parenthesised(() => out.list(parameters));
      }
      out.write(" {");
      for (const requirement of requirements) {
        out.write(" ");
        out.print(requirement);
        out.write(";");
      }
      out.write(" }");
    },
  };
}

function parseRequirement(parser: ItaniumParser): Node {
  if (parser.eat("T")) return sequence("typename ", parseType(parser));
  if (parser.peek() === "Q") return sequence("requires ", parseConstraint(parser) ?? "");
  parser.expect("X");
  const expression = parseExpression(parser);
  const noexcept = parser.eat("N") ? " noexcept" : "";
  if (parser.eat("R")) return sequence("{", expression, `}${noexcept} -> `, parseName(parser));
  return noexcept === "" ? expression : sequence("{", expression, `}${noexcept}`);
}
