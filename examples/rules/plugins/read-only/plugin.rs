wit_bindgen::generate!({ path: "world.wit" });

struct ReadOnly;
export!(ReadOnly);

/// Everybody may look, and nobody may change anything.
impl Guest for ReadOnly {
    fn decide(request: Request) -> Verdict {
        match request.method.as_str() {
            "GET" | "HEAD" => Verdict::Allow,
            method => Verdict::Refuse(Refusal { status: 405, reason: format!("{method} changes things") }),
        }
    }
}
