export { planComponent } from "./component/plan-component.ts";
export { planCorePlugin } from "./core-plugin/plan-core-plugin.ts";
export { carryOut } from "./instance/carry-out.ts";
export { instantiate, type PlanInstance } from "./instance/instantiate.ts";
export type { Destructor, Implementation, InstantiateOptions, Suspension } from "./instance/instantiate-options.ts";
export type { Instantiating, Instantiation } from "./instance/instantiating.ts";
export type {
  CanonicalOptions,
  CoreItem,
  HostItem,
  InstanceExport,
  LoweredFunction,
  ResourceBuiltin,
  UnsupportedBuiltin,
} from "./plan/core-item.ts";
export {
  type FunctionItem,
  functionLabel,
  type ImportedFunction,
  type InterfaceFunctions,
  type LiftedFunction,
} from "./plan/function-item.ts";
export type { ComponentInstance, CoreImports, LinkPlan, OwnResource, Step } from "./plan/link-plan.ts";
export { worldOfPlugin } from "./world-of-plugin.ts";
