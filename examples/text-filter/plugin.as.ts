import { err, ok, Result } from "@polyplug/sdk-assemblyscript";
import { write } from "./bindings/log";

export function transform(text: string): Result<string, string> {
  write("AssemblyScript is asked to shout");
  if (text == "") return err<string, string>("there is nothing to shout");
  return ok<string, string>(text.toUpperCase());
}
