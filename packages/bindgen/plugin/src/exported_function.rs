use crate::exports::polyplug::bindgen::tools::Diagnostic;
use wit_parser::{Function, Resolve, WorldId, WorldItem};

/// A function that a world exports, by its name: `run`, or `ns:pkg/interface@1.2.3#run`.
pub fn find<'a>(resolve: &'a Resolve, world: WorldId, path: &str) -> Result<&'a Function, Diagnostic> {
    let mut exported = exported(resolve, world);
    match exported.iter().position(|(name, _)| name == path) {
        Some(index) => Ok(exported.swap_remove(index).1),
        None => {
            let known = exported.into_iter().map(|(name, _)| name).collect();
            let message = format!("no function {path:?} is exported");
            Err(Diagnostic::of_choice(message, Some(path), known))
        }
    }
}

fn exported(resolve: &Resolve, world: WorldId) -> Vec<(String, &Function)> {
    let mut exported = Vec::new();
    for (key, item) in &resolve.worlds[world].exports {
        match item {
            WorldItem::Function(function) => exported.push((function.name.clone(), function)),
            WorldItem::Interface { id, .. } => {
                let interface = resolve.name_world_key(key);
                for (name, function) in &resolve.interfaces[*id].functions {
                    exported.push((format!("{interface}#{name}"), function));
                }
            }
            WorldItem::Type { .. } => {}
        }
    }
    exported
}
