import { Tuple2 } from "@polyplug/sdk-assemblyscript";
import { close, Journal, open, read } from "./bindings/journals";

export namespace guest {
  export function writeAll(title: string, lines: string[]): Tuple2<string[], string> {
    const journal = new Journal(title);
    for (let i = 0; i < lines.length; i++) journal.write(lines[i]);
    const written = read(journal);
    return new Tuple2<string[], string>(written, close(journal));
  }

  export function forget(title: string): void {
    open(title).drop();
  }

  export function lend(of_: Journal, line: string): u32 {
    return of_.write(`${of_.title()}: ${line}`);
  }

  export function pass(of_: Journal): Journal {
    return of_;
  }

  export function make(title: string): Journal {
    return open(title);
  }

  export function opened(): u32 {
    return Journal.opened();
  }
}
