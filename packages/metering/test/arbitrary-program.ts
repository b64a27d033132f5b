import fc from "fast-check";

/** A statement: it takes nothing from the stack and leaves nothing. Numbers choose among what there is, by remainder. */
export type Statement =
  | {
      readonly kind: "mix" | "store" | "fill" | "tick" | "return" | "throw" | "trap" | "tail call";
      readonly choice: number;
    }
  | { readonly kind: "call" | "call indirect" | "br" | "br_if"; readonly choice: number }
  | { readonly kind: "br_table"; readonly choices: readonly number[] }
  | { readonly kind: "block" | "loop" | "if" | "delegate"; readonly choice: number; readonly body: Statements }
  | {
      readonly kind: "if else" | "try";
      readonly choice: number;
      readonly body: Statements;
      readonly other: Statements;
    };
export type Statements = readonly Statement[];

/** Functions with bodies, which call each other and the host. */
export interface Program {
  readonly functions: readonly Statements[];
  /** Exceptions as they came before `try_table`: an engine takes one kind or the other in a module. */
  readonly isLegacy: boolean;
}

const choice = fc.nat(1_000);
const leaf = <K extends string>(...kinds: readonly K[]): fc.Arbitrary<{ kind: K; choice: number }> =>
  fc.record({ kind: fc.constantFrom(...kinds), choice });

const { statements } = fc.letrec<{ statements: Statements; statement: Statement }>((tie) => ({
  statements: fc.array(tie("statement"), { minLength: 1, maxLength: 6, size: "max" }),
  statement: fc.oneof(
    { depthSize: "medium", maxDepth: 6, withCrossShrink: true },
    { weight: 4, arbitrary: leaf("mix", "store", "fill", "tick") },
    { weight: 3, arbitrary: leaf("call", "call indirect") },
    { weight: 3, arbitrary: leaf("br", "br_if") },
    { weight: 1, arbitrary: leaf("return", "throw", "trap", "tail call") },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("br_table" as const),
        choices: fc.array(choice, { minLength: 1, maxLength: 4 }),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constantFrom("block", "loop", "loop", "if", "delegate"),
        choice,
        body: tie("statements"),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constantFrom("if else", "try"),
        choice,
        body: tie("statements"),
        other: tie("statements"),
      }),
    },
  ) as fc.Arbitrary<Statement>,
}));

export const arbitraryProgram: fc.Arbitrary<Program> = fc.record({
  functions: fc.array(statements, { minLength: 1, maxLength: 4 }),
  isLegacy: fc.boolean(),
});
