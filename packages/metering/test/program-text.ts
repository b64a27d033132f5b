import type { Program, Statement, Statements } from "./arbitrary-program.ts";

/** How far a program goes. */
export interface Bounds {
  /** How often a loop comes round, each time that control comes to it. */
  readonly rounds: number;
  /** Functions that are entered in a call of the program. */
  readonly entries: number;
  /** What the host is told of: that functions and loops begin, or that control comes to a statement which tells. */
  readonly told: "beginnings" | "statements";
}

/**
 * The module of a program. Its export `run` takes a depth, to which functions call each other, and a number that
 * decides on branches. It tells the host, by `tick`, what it has come to. The export `first` is a function that nothing
 * is called before.
 */
export function programText({ functions, isLegacy }: Program, bounds: Bounds): string {
  const bodies = functions.map((body, index) => new FunctionText(functions.length, isLegacy, bounds).text(body, index));
  return `
    (module
      (import "env" "tick" (func $tick (param i32)))
      (type $function (func (param i32 i32) (result i32)))
      (memory (export "memory") 1)
      (table funcref (elem ${functions.map((_, index) => `$f${index}`).join(" ")}))
      (tag $thrown)
      (global $entries (mut i32) (i32.const ${bounds.entries}))
      ${bodies.join("\n")}
      (export "first" (func $f0))
      (func (export "run") (type $function)
        (global.set $entries (i32.const ${bounds.entries}))
        (call $f0 (local.get 0) (local.get 1))))`;
}

const state = "(local.get $state)";
const tick = `(call $tick ${state})`;
const arguments_ = `(i32.sub (local.get $depth) (i32.const 1)) ${state}`;

class FunctionText {
  readonly #functions: number;
  readonly #isLegacy: boolean;
  readonly #bounds: Bounds;
  /** Names of the labels around, the outermost first. */
  readonly #labels: string[] = [];
  #names = 0;
  #counters = 0;

  constructor(functions: number, isLegacy: boolean, bounds: Bounds) {
    this.#functions = functions;
    this.#isLegacy = isLegacy;
    this.#bounds = bounds;
  }

  text(body: Statements, index: number): string {
    const statements = this.#within((label) => `(block ${label} ${this.#all(body)})`);
    const counters = Array.from({ length: this.#counters }, (_, counter) => `(local $count${counter} i32)`);
    return `
      (func $f${index} (type $function) (param $depth i32) (param $state i32) (result i32) ${counters.join(" ")}
        (if (i32.or (i32.eqz (local.get $depth)) (i32.eqz (global.get $entries))) (then (return ${state})))
        (global.set $entries (i32.sub (global.get $entries) (i32.const 1)))
        ${this.#begin()}
        ${statements}
        ${state})`;
  }

  #begin(): string {
    return this.#bounds.told === "beginnings" ? tick : "";
  }

  #all(statements: Statements): string {
    return statements.map((statement) => this.#one(statement)).join("\n");
  }

  #one(statement: Statement): string {
    switch (statement.kind) {
      case "mix":
        return `(local.set $state (i32.add (i32.mul ${state} (i32.const 31)) (i32.const ${statement.choice})))`;
      case "store":
        return `(i32.store8 (i32.and ${state} (i32.const 255)) (i32.const ${statement.choice}))`;
      case "fill":
        return `(memory.fill (i32.and ${state} (i32.const 255)) ${state} (i32.const ${statement.choice}))`;
      case "tick":
        return this.#bounds.told === "statements" ? tick : "";
      case "return":
        return `(return (i32.const ${statement.choice}))`;
      case "throw":
        return `(if ${this.#bit(statement.choice)} (then (throw $thrown)))`;
      case "trap":
        return `(if (i32.eq (i32.and ${state} (i32.const 7)) (i32.const 5)) (then (unreachable)))`;
      case "tail call":
        return `(if ${this.#bit(statement.choice)} (then (return_call ${this.#function(statement.choice)} ${arguments_})))`;
      case "call":
        return `(local.set $state (call ${this.#function(statement.choice)} ${arguments_}))`;
      case "call indirect": {
        const index = `(i32.rem_u ${state} (i32.const ${this.#functions}))`;
        return `(local.set $state (call_indirect (type $function) ${arguments_} ${index}))`;
      }
      case "br":
        return `(br ${this.#label(statement.choice)})`;
      case "br_if":
        return `(br_if ${this.#label(statement.choice)} ${this.#bit(statement.choice)})`;
      case "br_table": {
        const labels = statement.choices.map((choice) => this.#label(choice)).join(" ");
        return `(br_table ${labels} (i32.and ${state} (i32.const 3)))`;
      }
      case "block":
        return this.#within((label) => `(block ${label} ${this.#all(statement.body)})`);
      case "loop":
        return this.#loop(statement.body, statement.choice);
      case "if":
        return this.#within(
          (label) => `(if ${label} ${this.#bit(statement.choice)} (then ${this.#all(statement.body)}))`,
        );
      case "if else":
        return this.#within(
          (label) =>
            `(if ${label} ${this.#bit(statement.choice)}
              (then ${this.#all(statement.body)}) (else ${this.#all(statement.other)}))`,
        );
      case "try":
        return this.#isLegacy ? this.#try(statement.body, statement.other) : this.#tryTable(statement);
      case "delegate":
        return this.#isLegacy
          ? this.#delegate(statement.body, statement.choice)
          : this.#tryTable({ ...statement, other: [] });
    }
  }

  /** It counts at its head, so that every way back to there comes to an end. */
  #loop(body: Statements, choice: number): string {
    const counter = `$count${this.#counters++}`;
    return this.#within(
      (exit) => `
        (local.set ${counter} (i32.const 0))
        (block ${exit} ${this.#within(
          (label) => `
            (loop ${label}
              (br_if ${exit} (i32.ge_u (local.get ${counter}) (i32.const ${1 + (choice % this.#bounds.rounds)})))
              (local.set ${counter} (i32.add (local.get ${counter}) (i32.const 1)))
              ${this.#begin()}
              ${this.#all(body)}
              (br_if ${label} ${this.#bit(choice)}))`,
        )})`,
    );
  }

  #try(body: Statements, other: Statements): string {
    const clause = other.length % 2 === 0 ? "catch_all" : "catch $thrown";
    return this.#within((label) => `(try ${label} (do ${this.#all(body)}) (${clause} ${this.#all(other)}))`);
  }

  /** To a block further out, or to whoever called the function. */
  #delegate(body: Statements, choice: number): string {
    return this.#within((label) => `(try ${label} (do ${this.#all(body)}) (delegate ${choice % this.#labels.length}))`);
  }

  /** Goes on anywhere further out with what it catches, or behind itself. */
  #tryTable({ body, other, choice }: { body: Statements; other: Statements; choice: number }): string {
    return this.#within((exit) => {
      const clause = `(${choice % 3 === 0 ? "catch $thrown" : "catch_all"} ${this.#label(choice)})`;
      const table = this.#within((label) => `(try_table ${label} ${clause} ${this.#all(body)})`);
      return `(block ${exit} ${table} ${this.#all(other)})`;
    });
  }

  /** Gives a block a label, which those within it may branch to. */
  #within(write: (label: string) => string): string {
    const label = `$l${this.#names++}`;
    this.#labels.push(label);
    const text = write(label);
    this.#labels.pop();
    return text;
  }

  #label(choice: number): string {
    return this.#labels[choice % this.#labels.length] ?? "";
  }

  #function(choice: number): string {
    return `$f${choice % this.#functions}`;
  }

  #bit(choice: number): string {
    return `(i32.and (i32.shr_u ${state} (i32.const ${choice % 5})) (i32.const 1))`;
  }
}
