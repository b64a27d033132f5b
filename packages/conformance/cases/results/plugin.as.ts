import { err, ok, Result, Tuple1, Unit } from "@polyplug/sdk-assemblyscript";
import { Failure, Reason } from "./bindings/outcomes";

export namespace outcomes {
  export function parse(text: string): Result<u32, string> {
    let value: u64 = 0;
    for (let i = 0; i < text.length; i++) {
      const digit = text.charCodeAt(i) - 0x30;
      if (digit < 0 || digit > 9) return err<u32, string>(`${text} is no number`);
      value = value * 10 + digit;
      if (value > u32.MAX_VALUE) return err<u32, string>(`${text} is no number`);
    }
    return text.length == 0 ? err<u32, string>(`${text} is no number`) : ok<u32, string>(<u32>value);
  }

  export function check(value: u32): Result<Unit, Failure> {
    if (value < 10) return err<Unit, Failure>(new Failure(Reason.TooSmall, 10));
    if (value > 20) return err<Unit, Failure>(new Failure(Reason.TooLarge, 20));
    return ok<Unit, Failure>();
  }

  export function half(value: u32): Result<u32, Unit> {
    return value % 2 == 0 ? ok<u32, Unit>(value / 2) : err<u32, Unit>();
  }

  export function even(value: u32): Result<Unit, Unit> {
    return value % 2 == 0 ? ok<Unit, Unit>() : err<Unit, Unit>();
  }

  export function echoNested(value: Result<Result<u32, string>, Reason>): Result<Result<u32, string>, Reason> {
    return value;
  }

  export function echoList(values: Result<string, f64>[]): Result<string, f64>[] {
    return values;
  }

  export function flip(value: Tuple1<Result<u8, u64>>): Tuple1<Result<u64, u8>> {
    const was = value.f0;
    return new Tuple1(was.isOk ? err<u64, u8>(was.value) : ok<u64, u8>(was.error));
  }
}
