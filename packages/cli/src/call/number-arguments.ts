import { Command, type ParseOptionsResult } from "commander";
import { isNegativeNumber } from "./parse-argument.ts";

/** A command whose arguments may be negative numbers of any notation, which commander takes for flags: `-0x1f`, `-inf`. */
export class NumberArguments extends Command {
  override parseOptions(argv: string[]): ParseOptionsResult {
    const { operands, unknown } = super.parseOptions(argv);
    const [first, ...rest] = unknown;
    if (first === undefined || !isNegativeNumber(first)) return { operands, unknown };
    const later = this.parseOptions(rest);
    return { operands: [...operands, first, ...later.operands], unknown: later.unknown };
  }
}
