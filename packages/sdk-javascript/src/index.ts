export { ResultError } from "./result-error.ts";
