/** What {@link log} does. */
let sink: ((line: string) => void) | null = null;

/**
 * Says where {@link log} and `console` write to: a function of the host that takes a line, if the contract has one.
 *
 * A plugin has no output of its own. Until it calls this, at the top of its module for one, lines are dropped.
 */
export function logTo(write: (line: string) => void): void {
  sink = write;
}

/** Writes a line to where {@link logTo} says. */
export function log(line: string): void {
  if (sink !== null) sink(line);
}

/** AssemblyScript's `console`, which would otherwise ask the host for functions that no contract has. */
export namespace console {
  export function log(message: string = ""): void {
    write("", message);
  }
  export function debug(message: string = ""): void {
    write("debug: ", message);
  }
  export function info(message: string = ""): void {
    write("info: ", message);
  }
  export function warn(message: string = ""): void {
    write("warning: ", message);
  }
  export function error(message: string = ""): void {
    write("error: ", message);
  }
  export function assert<T>(condition: T, message: string = ""): void {
    if (!condition) write("assertion failed: ", message);
  }
}

function write(level: string, message: string): void {
  log(level + message);
}

/** AssemblyScript's `trace`. */
export function trace(
  message: string,
  count: i32 = 0,
  a0: f64 = 0,
  a1: f64 = 0,
  a2: f64 = 0,
  a3: f64 = 0,
  a4: f64 = 0,
): void {
  let line = "trace: " + message;
  if (count > 0) line += " " + a0.toString();
  if (count > 1) line += ", " + a1.toString();
  if (count > 2) line += ", " + a2.toString();
  if (count > 3) line += ", " + a3.toString();
  if (count > 4) line += ", " + a4.toString();
  log(line);
}
