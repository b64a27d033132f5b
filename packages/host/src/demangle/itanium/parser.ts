import { Cursor } from "../cursor.ts";
import { Refusal } from "../refusal.ts";
import { Work } from "../work.ts";
import type { Node } from "./node.ts";

/** A template parameter whose argument stands further on: the type of a conversion operator template comes before its arguments. */
export interface ForwardReference extends Node {
  readonly index: number;
  target: Node | undefined;
}

/** What changes how template parameters read, for the extent of one rule. */
export interface ParameterScope {
  /** Parameters that have no argument yet stand for a later one. */
  readonly permitsForward: boolean;
  /** Arguments behind a template parameter belong to it, and not to the operator whose type this is. */
  readonly takesArguments: boolean;
  /** Within a constraint the levels of parameters cannot be told apart, so that they print as numbered. */
  readonly isConstraint: boolean;
  /** Parameters without an argument are those of a generic lambda, `auto`. */
  readonly isLambda: boolean;
}

const outermostScope: ParameterScope = {
  permitsForward: false,
  takesArguments: true,
  isConstraint: false,
  isLambda: false,
};

/** The state that all rules share: the position, the substitutions, and what the template parameters stand for. */
export class ItaniumParser extends Cursor {
  readonly substitutions: Node[] = [];
  /** What the template parameters here stand for. */
  parameters: Node[] = [];
  forwardReferences: ForwardReference[] = [];
  scope: ParameterScope = outermostScope;
  /** How many parameters of each kind a lambda's own template head has so far, for made-up names. */
  inventedNames: Record<string, number> = {};
  readonly #work = new Work();

  nested<T>(rule: () => T): T {
    return this.#work.nested(rule);
  }

  /** Remembers a part that a later substitution may refer to. */
  remember(node: Node): Node {
    this.substitutions.push(node);
    return node;
  }

  /** Runs a rule with another scope for template parameters. */
  within<T>(change: Partial<ParameterScope>, rule: () => T): T {
    const before = this.scope;
    this.scope = { ...before, ...change };
    const result = rule();
    this.scope = before;
    return result;
  }

  /** Runs a rule in which the template parameters around it mean nothing. */
  apart<T>(rule: () => T): T {
    const { parameters, forwardReferences } = this;
    this.parameters = [];
    this.forwardReferences = [];
    const result = this.within(outermostScope, rule);
    this.parameters = parameters;
    this.forwardReferences = forwardReferences;
    return result;
  }

  /** All that `item` parses until `end`, which is moved over. */
  until(end: string, item: () => Node): Node[] {
    const nodes: Node[] = [];
    while (!this.eat(end)) nodes.push(item());
    return nodes;
  }

  /** A `<seq-id>` and its `_`: nothing is 0, `0` is 1, in base 36. */
  sequenceId(): number {
    const digits = this.takeUntil("_");
    if (!/^[0-9A-Z]{0,6}$/.test(digits)) throw new Refusal();
    return digits === "" ? 0 : Number.parseInt(digits, 36) + 1;
  }

  /** A decimal index and its `_`: nothing is 0, `0` is 1. */
  index(): number {
    const digits = this.digits();
    this.expect("_");
    return digits === "" ? 0 : Number(digits) + 1;
  }

  /** `r`, `V` and `K`, as they are written behind a type. */
  qualifiers(): string {
    const isRestrict = this.eat("r");
    const isVolatile = this.eat("V");
    const isConst = this.eat("K");
    return `${isConst ? " const" : ""}${isVolatile ? " volatile" : ""}${isRestrict ? " restrict" : ""}`;
  }
}
