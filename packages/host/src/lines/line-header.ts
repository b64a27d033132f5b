import { type DebugBytes, Unreadable } from "./debug-bytes.ts";

/** What the opcodes of a line number program mean, and where they and the names of the files are. */
export interface LineHeader {
  readonly version: number;
  readonly minimumInstructionLength: number;
  readonly lineBase: number;
  readonly lineRange: number;
  readonly opcodeBase: number;
  /** By standard opcode, how many operands it has; of those that are not known they are skipped. */
  readonly operands: readonly number[];
  /** Directories and files, which are read when one is asked for. */
  readonly names: DebugBytes;
  readonly program: DebugBytes;
}

/** Bytes of a header that are read: it is gone through for each frame of a trap. */
const longestHeader = 2 ** 20;

/**
 * The header of the next line number program, versions 2 to 5. Those of 64-bit DWARF are of no file that WebAssembly can be.
 *
 * See {@link https://dwarfstd.org/doc/DWARF5.pdf | DWARF 5}, section 6.2.4.
 */
export function readLineHeader(bytes: DebugBytes): LineHeader {
  const length = bytes.u32();
  if (length >= 0xffff_fff0) throw new Unreadable("it is 64-bit DWARF");
  const unit = bytes.part(length);
  const version = unit.u16();
  if (version < 2 || version > 5) throw new Unreadable(`it is DWARF ${version}`);
  // Sizes of an address and of a segment selector.
  if (version >= 5) unit.skip(2);
  const headerLength = unit.u32();
  if (headerLength > longestHeader) throw new Unreadable(`${headerLength} bytes are too many for names of files`);
  const header = unit.part(headerLength);
  const minimumInstructionLength = header.u8();
  // Operations of an instruction, and whether places are statements by default: neither says anything of a line.
  header.skip(version >= 4 ? 2 : 1);
  const [lineBase, lineRange, opcodeBase] = [header.i8(), header.u8(), header.u8()];
  if (lineRange === 0 || opcodeBase === 0) throw new Unreadable("no line can be computed");
  const operands = Array.from({ length: opcodeBase }, (_, opcode) => (opcode === 0 ? 0 : header.u8()));
  return {
    version,
    minimumInstructionLength,
    lineBase,
    lineRange,
    opcodeBase,
    operands,
    names: header,
    program: unit,
  };
}
