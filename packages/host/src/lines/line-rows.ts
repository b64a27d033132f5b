import type { LineHeader } from "./line-header.ts";

/** A row of the line table: from this address on, to that of the next row, code is of this line. */
export interface LineRow {
  address: number;
  file: number;
  line: number;
  column: number;
}

/** What is told of the rows of a program: of each but the last in a sequence, and of where the one behind it begins. */
export type OnRow = (row: Readonly<LineRow>, end: number) => void;

/**
 * Runs a line number program. A sequence that begins at 0 or at the end of all addresses is of a function that the linker
 * has left out.
 *
 * See {@link https://dwarfstd.org/doc/DWARF5.pdf | DWARF 5}, section 6.2.5.
 */
export function runLineProgram(header: LineHeader, onRow: OnRow): void {
  const { program, operands, opcodeBase, lineRange, lineBase, minimumInstructionLength } = header;
  const now: LineRow = { address: 0, file: 1, line: 1, column: 0 };
  const before: LineRow = { ...now };
  let sequence: "new" | "kept" | "left out" = "new";
  const advance = (opcode: number): void => {
    now.address += Math.floor((opcode - opcodeBase) / lineRange) * minimumInstructionLength;
  };
  const append = (): void => {
    if (sequence === "new") sequence = now.address > 0 && now.address < 0xffff_fffe ? "kept" : "left out";
    else if (sequence === "kept" && now.address > before.address) onRow(before, now.address);
    Object.assign(before, now);
  };
  while (!program.isAtEnd) {
    const opcode = program.u8();
    if (opcode >= opcodeBase) {
      advance(opcode);
      now.line += lineBase + ((opcode - opcodeBase) % lineRange);
      append();
      continue;
    }
    switch (opcode) {
      case 0: {
        const extended = program.part(program.uleb());
        const code = extended.u8();
        if (code === 1) {
          append();
          sequence = "new";
          Object.assign(now, { address: 0, file: 1, line: 1, column: 0 });
        } else if (code === 2) now.address = extended.u32();
        break;
      }
      case 1:
        append();
        break;
      case 2:
        now.address += program.uleb() * minimumInstructionLength;
        break;
      case 3:
        now.line += program.sleb();
        break;
      case 4:
        now.file = program.uleb();
        break;
      case 5:
        now.column = program.uleb();
        break;
      case 8:
        advance(255);
        break;
      case 9:
        now.address += program.u16();
        break;
      default:
        for (let left = operands[opcode] ?? 0; left > 0; left--) program.uleb();
    }
  }
}
