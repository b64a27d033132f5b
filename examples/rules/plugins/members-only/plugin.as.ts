import { Refusal, Request, Verdict } from "./bindings/world";

/** Members may do everything, others may see the door. */
export function decide(request: Request): Verdict {
  if (request.path == "/") return Verdict.redirect("/door");
  if (request.path == "/door" || isMember(request)) return Verdict.allow();
  return Verdict.refuse(new Refusal(401, "members only"));
}

function isMember(request: Request): bool {
  for (let i = 0; i < request.headers.length; i++) {
    if (request.headers[i].f0 == "authorization") return request.headers[i].f1 == "member";
  }
  return false;
}
