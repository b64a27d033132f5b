use crate::exports::polyplug::bindgen::tools::{Diagnostic, Position, Source};
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
            position: None,
        }
    }

    /// What is wrong within one package.
    pub fn of_parsing(error: &ParseError, map: &SourceMap, sources: &[Source]) -> Self {
        Self {
            message: error.to_string(),
            position: position(error.kind().span(), map, sources),
        }
    }

    /// What is wrong between packages. The map is of all of them.
    pub fn of_resolving(error: &ResolveError, map: &SourceMap, sources: &[Source]) -> Self {
        let mut message = error.to_string();
        if let ResolveErrorKind::DuplicatePackage { span2, .. } = error.kind() {
            message = format!("{message}, also at {}", map.render_location(*span2));
        }
        Self {
            message,
            position: position(error.kind().span(), map, sources),
        }
    }
}

/// The map itself would count columns in bytes, and shows nobody its texts.
fn position(span: Span, map: &SourceMap, sources: &[Source]) -> Option<Position> {
    let place = map.resolve_span(span)?;
    let source = sources.iter().find(|source| source.path == place.path)?;
    let before = source.text.get(..place.range.start)?;
    let line = before.rsplit('\n').next()?;
    Some(Position {
        path: source.path.clone(),
        line: u32::try_from(before.matches('\n').count() + 1).ok()?,
        column: u32::try_from(line.chars().count() + 1).ok()?,
    })
}
