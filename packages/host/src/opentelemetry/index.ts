import { type Attributes, type Span, SpanKind, SpanStatusCode, type Tracer, trace } from "@opentelemetry/api";
import { messageOf, PluginError } from "@polyplug/errors";
import type { PluginEvent } from "../events/plugin-event.ts";
import type { Around } from "../intercept/call-interceptor.ts";
import { type CallSite, siteLabel } from "../intercept/call-site.ts";
import type { LoadOptions } from "../load-options.ts";

/** How spans are made. */
export interface OpenTelemetryOptions {
  /** What makes them. Default: the tracer `@polyplug/host` of the provider that is registered. */
  readonly tracer?: Tracer | undefined;
}

/**
 * Options for `loadPlugin` by which a plugin is traced: `loadPlugin(source, { ...openTelemetry() })`. Each call of an export is
 * a span, active while it runs, so that what host functions do within it is below it; loading and restarting are spans too,
 * and so is the end of a record that could not be written. Errors are recorded in them.
 *
 * Attributes are `code.function.name`, `error.type` (the code of a `PluginError`) and `polyplug.plugin.name`. This takes
 * the package `@opentelemetry/api`, which is an optional peer.
 *
 * See {@link https://opentelemetry.io/docs/specs/semconv/registry/attributes/code/ | the attributes of code} and
 * {@link https://opentelemetry.io/docs/specs/semconv/registry/attributes/error/ | of errors}.
 */
export function openTelemetry({
  tracer = trace.getTracer("@polyplug/host"),
}: OpenTelemetryOptions = {}): Required<Pick<LoadOptions, "onEvent" | "intercept">> {
  return {
    intercept: { around: (site) => (isCall(site) ? traced(tracer, site) : undefined) },
    onEvent: (event) => traceEvent(tracer, event),
  };
}

function isCall({ direction, function: name }: CallSite): boolean {
  return direction === "export" && !name.startsWith("[resource-drop]");
}

function traced(tracer: Tracer, site: CallSite): Around {
  const label = siteLabel(site);
  const attributes: Attributes = { ...pluginAttributes(site.plugin), "code.function.name": label };
  const options = { kind: SpanKind.INTERNAL, attributes };
  return (enter) =>
    tracer.startActiveSpan(`call ${label}`, options, (span) => {
      try {
        const result = enter();
        if (!(result instanceof Promise)) return ended(span, result);
        return result.then(
          (value: unknown) => ended(span, value),
          (error: unknown) => {
            throw failed(span, error);
          },
        );
      } catch (error) {
        throw failed(span, error);
      }
    });
}

/** What has taken its time already becomes a span when it is told of. */
function traceEvent(tracer: Tracer, event: PluginEvent): void {
  if (event.type !== "load" && event.type !== "restart" && event.type !== "record") return;
  const { type, plugin, at, error } = event;
  const milliseconds = event.type === "record" ? 0 : event.milliseconds;
  const startTime = performance.timeOrigin + at;
  const attributes = pluginAttributes(plugin);
  const span = tracer.startSpan(`${type} ${plugin}`, { kind: SpanKind.INTERNAL, startTime, attributes });
  if (error !== undefined) record(span, error);
  span.end(startTime + milliseconds);
}

function pluginAttributes(plugin: string): Attributes {
  return { "polyplug.plugin.name": plugin };
}

function ended<T>(span: Span, result: T): T {
  span.end();
  return result;
}

function failed(span: Span, error: unknown): unknown {
  record(span, error);
  span.end();
  return error;
}

function record(span: Span, error: unknown): void {
  const message = messageOf(error);
  span.recordException(error instanceof Error ? error : message);
  span.setAttribute("error.type", PluginError.is(error) ? error.code : error instanceof Error ? error.name : "_OTHER");
  span.setStatus({ code: SpanStatusCode.ERROR, message });
}
