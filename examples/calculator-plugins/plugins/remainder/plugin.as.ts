import { err, ok, Result } from "@polyplug/sdk-assemblyscript";
import { Operation } from "./bindings/world";

export function describe(): Operation {
  return new Operation("remainder", "mod", 2);
}

export function compute(args: StaticArray<f64>): Result<f64, string> {
  if (args.length != 2) return err<f64, string>("a remainder is of two numbers");
  if (args[1] == 0) return err<f64, string>("nothing can be divided by zero");
  return ok<f64, string>(args[0] % args[1]);
}
