import { callBack } from "./bindings/host";

export function enter(): string {
  return callBack();
}

export function hello(): string {
  return "hello";
}
