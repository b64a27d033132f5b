import { Option } from "@polyplug/sdk-assemblyscript";
import { Settings } from "./bindings/values";

export namespace values {
  export function echoNumber(value: Option<u32>): Option<u32> { return value; }
  export function echoText(value: string | null): string | null { return value; }
  export function echoTwice(value: Option<u32> | null): Option<u32> | null { return value; }
  export function echoThrice(value: Option<string | null> | null): Option<string | null> | null { return value; }
  export function echoList(values: (string | null)[]): (string | null)[] { return values; }
  export function echoSettings(value: Settings): Settings { return value; }
  export function depth(value: Option<string | null> | null): u32 {
    if (value === null) return 0;
    if (value.isNone) return 1;
    return value.value === null ? 2 : 3;
  }
}
