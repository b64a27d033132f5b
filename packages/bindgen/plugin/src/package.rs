use crate::exports::polyplug::bindgen::tools::{Diagnostic, Source};
use crate::world;
use serde::Serialize;
use std::collections::BTreeMap;
use wit_parser::{PackageId, Resolve, SourceMap, WorldId};

/// A WIT package and those it depends on, with every name resolved.
pub struct Package {
    pub resolve: Resolve,
    main: PackageId,
}

#[derive(Serialize)]
struct Json<'a> {
    main: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    world: Option<usize>,
    #[serde(flatten)]
    resolve: &'a Resolve,
}

impl Package {
    pub fn read(sources: Vec<Source>) -> Result<Self, Diagnostic> {
        let mut own = SourceMap::new();
        let mut dependencies = BTreeMap::<&str, SourceMap>::new();
        for Source { path, text } in &sources {
            match Owner::of(path) {
                Owner::Package => own.push_str(path, text),
                Owner::Dependency(name) => dependencies.entry(name).or_default().push_str(path, text),
                Owner::Nobody => {}
            }
        }
        if own.source_names().next().is_none() {
            return Err(Diagnostic::unplaced("there is no WIT outside of deps"));
        }
        let parse = |map: SourceMap| {
            map.parse()
                .map_err(|(map, error)| Diagnostic::of_parsing(&error, &map, &sources))
        };
        let own = parse(own)?;
        let dependencies = dependencies.into_values().map(parse).collect::<Result<_, _>>()?;
        let mut resolve = Resolve::new();
        match resolve.push_groups(own, dependencies) {
            Ok(main) => Ok(Self { resolve, main }),
            Err(error) => Err(Diagnostic::of_resolving(&error, &resolve.source_map, &sources)),
        }
    }

    /// The world of this name, or the only one.
    pub fn world(&self, name: Option<String>) -> Result<WorldId, Diagnostic> {
        world::select(&self.resolve, self.main, name.as_deref())
    }

    pub fn to_json(&self, world: Option<String>) -> Result<String, Diagnostic> {
        let world = match world {
            Some(_) => Some(self.world(world)?),
            // Without one, and with several of which none was chosen, there is a package all the same.
            None => self.world(None).ok(),
        };
        let json = Json {
            main: self.main.index(),
            world: world.map(|id| id.index()),
            resolve: &self.resolve,
        };
        serde_json::to_string(&json).map_err(|error| Diagnostic::unplaced(error.to_string()))
    }
}

/// Whose source a file is, by its path.
enum Owner<'a> {
    Package,
    Dependency(&'a str),
    /// A dependency brings no dependencies of its own: all of them lie beside each other.
    Nobody,
}

impl<'a> Owner<'a> {
    fn of(path: &'a str) -> Self {
        let mut names = path.split(['/', '\\']);
        let Some(_) = names.position(|name| name == "deps") else {
            return Owner::Package;
        };
        match names.collect::<Vec<_>>()[..] {
            // The file itself is called so.
            [] => Owner::Package,
            [name] | [name, _] => Owner::Dependency(name),
            _ => Owner::Nobody,
        }
    }
}
