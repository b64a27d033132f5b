use crate::exports::polyplug::bindgen::tools::{ArgumentPosition, Choice, Diagnostic, Place, Position, Source};
use wit_parser::{ParseError, ResolveError, ResolveErrorKind, SourceMap, Span};

impl From<anyhow::Error> for Diagnostic {
    fn from(error: anyhow::Error) -> Self {
        Self::unplaced(format!("{error:#}"))
    }
}

impl Diagnostic {
    pub fn unplaced(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            place: None,
            choice: None,
        }
    }

    /// What is wrong with the text of an argument, at a byte of it.
    pub fn of_argument(message: impl Into<String>, index: usize, text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let position = ArgumentPosition {
            number: count(index + 1),
            column: count(before.chars().count() + 1),
        };
        Self {
            place: Some(Place::Argument(position)),
            ..Self::unplaced(message)
        }
    }

    /// A name that is not among those that there are, or none where one has to be given.
    pub fn of_choice(message: impl Into<String>, given: Option<&str>, known: Vec<String>) -> Self {
        let given = given.map(str::to_owned);
        Self {
            choice: Some(Choice { given, known }),
            ..Self::unplaced(message)
        }
    }

    /// What is wrong within one package.
    pub fn of_parsing(error: &ParseError, map: &SourceMap, sources: &[Source]) -> Self {
        Self {
            place: place(error.kind().span(), map, sources),
            ..Self::unplaced(error.to_string())
        }
    }

    /// What is wrong between packages. The map is of all of them.
    pub fn of_resolving(error: &ResolveError, map: &SourceMap, sources: &[Source]) -> Self {
        let unplaced = match error.kind() {
            ResolveErrorKind::PackageNotFound { requested, known, .. } => Self::of_choice(
                format!("there is no package {requested} in deps"),
                Some(&requested.to_string()),
                known.iter().map(ToString::to_string).collect(),
            ),
            ResolveErrorKind::DuplicatePackage { span2, .. } => {
                Self::unplaced(format!("{error}, also at {}", map.render_location(*span2)))
            }
            _ => Self::unplaced(error.to_string()),
        };
        Self {
            place: place(error.kind().span(), map, sources),
            ..unplaced
        }
    }
}

/// The map itself would count columns in bytes, and shows nobody its texts.
fn place(span: Span, map: &SourceMap, sources: &[Source]) -> Option<Place> {
    let place = map.resolve_span(span)?;
    let source = sources.iter().find(|source| source.path == place.path)?;
    let before = source.text.get(..place.range.start)?;
    let line = before.rsplit('\n').next()?;
    Some(Place::Source(Position {
        path: source.path.clone(),
        line: count(before.matches('\n').count() + 1),
        column: count(line.chars().count() + 1),
    }))
}

/// There is no text of more characters in a memory of 32 bits.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
