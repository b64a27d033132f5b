import * as clock1 from "./bindings/test-clock-now-1-2-0";
import * as clock2 from "./bindings/test-clock-now-2-0-0";

export namespace testGreeterGreet010 {
  export function hello(name: string): string {
    return `hello ${name} at ${clock1.hours()}`;
  }
}

export namespace testGreeterGreet023 {
  export function hello(names: string[]): string {
    return `hello ${names.join(" and ")} at ${clock2.hours()}`;
  }
}
