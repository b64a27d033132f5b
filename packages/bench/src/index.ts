export { instantiateDirectly } from "./instantiate-directly.ts";
