use crate::exports::polyplug::bindgen::tools::Diagnostic;
use wit_parser::{PackageId, Resolve, WorldId};

/// The world of a package that has this name, or any world that has this id, or without either the only one.
pub fn select(resolve: &Resolve, main: PackageId, name: Option<&str>) -> Result<WorldId, Diagnostic> {
    resolve.select_world(&[main], name).map_err(|_| {
        let package = &resolve.packages[main];
        let known = package.worlds.keys().cloned().collect::<Vec<_>>();
        match name {
            None if known.is_empty() => Diagnostic::unplaced(format!("the package {} has no world", package.name)),
            None => {
                let message = format!("the package {} has several worlds and none was chosen", package.name);
                Diagnostic::of_choice(message, None, known)
            }
            Some(id) if id.contains('/') => {
                Diagnostic::of_choice(format!("there is no world {id:?}"), name, ids(resolve))
            }
            Some(name) => {
                let message = format!("the package {} has no world {name:?}", package.name);
                Diagnostic::of_choice(message, Some(name), known)
            }
        }
    })
}

fn ids(resolve: &Resolve) -> Vec<String> {
    resolve
        .worlds
        .iter()
        .filter_map(|(_, world)| Some(resolve.id_of_name(world.package?, &world.name)))
        .collect()
}
