export { type Stub, stubImports } from "./stub-imports.ts";
