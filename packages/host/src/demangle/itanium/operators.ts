import { type Precedence, precedence } from "./node.ts";

export type OperatorKind = "prefix" | "postfix" | "binary" | "member" | "none";

/** How an operator is spelt in a function's name, and how an expression uses it. */
export interface Operator {
  readonly symbol: string;
  readonly kind: OperatorKind;
  readonly precedence: Precedence;
}

/** [Operator encodings](https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangling-operator). */
export const operators: ReadonlyMap<string, Operator> = new Map([
  ...group("binary", "assign", "aS = pL += mI -= mL *= dV /= rM %= aN &= oR |= eO ^= lS <<= rS >>="),
  ...group("binary", "orIf", "oo ||"),
  ...group("binary", "andIf", "aa &&"),
  ...group("binary", "or", "or |"),
  ...group("binary", "xor", "eo ^"),
  ...group("binary", "and", "an &"),
  ...group("binary", "equality", "eq == ne !="),
  ...group("binary", "relational", "lt < gt > le <= ge >="),
  ...group("binary", "spaceship", "ss <=>"),
  ...group("binary", "shift", "ls << rs >>"),
  ...group("binary", "additive", "pl + mi -"),
  ...group("binary", "multiplicative", "ml * dv / rm %"),
  ...group("binary", "comma", "cm ,"),
  ...group("prefix", "unary", "ps + ng - nt ! co ~ de * ad &"),
  ...group("postfix", "postfix", "pp ++ mm --"),
  ...group("member", "postfix", "dt . pt ->"),
  ...group("member", "memberPointer", "ds .* pm ->*"),
  ...group("none", "postfix", "cl () ix []"),
  ...group("none", "conditional", "qu ?"),
  ["nw", { symbol: " new", kind: "none", precedence: precedence.unary }],
  ["na", { symbol: " new[]", kind: "none", precedence: precedence.unary }],
  ["dl", { symbol: " delete", kind: "none", precedence: precedence.unary }],
  ["da", { symbol: " delete[]", kind: "none", precedence: precedence.unary }],
  ["aw", { symbol: " co_await", kind: "none", precedence: precedence.unary }],
]);

function group(kind: OperatorKind, level: keyof typeof precedence, pairs: string): [string, Operator][] {
  const words = pairs.split(" ");
  return words.flatMap((symbol, at): [string, Operator][] => {
    const code = words[at - 1];
    return at % 2 === 0 || code === undefined ? [] : [[code, { symbol, kind, precedence: precedence[level] }]];
  });
}
