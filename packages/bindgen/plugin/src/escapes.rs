use crate::exports::polyplug::bindgen::tools::Generator;
use wit_bindgen_c::to_c_ident;
use wit_parser::{Function, Resolve, TypeDefKind, WorldItem};

/// Names that a generator would write as they are, though its language means something else by them. They go through it in
/// disguise, and come out with an underscore behind them, as those do that it knows of.
pub struct Escapes {
    words: Vec<String>,
}

/// Keywords of C23 and C++26 that wit-bindgen does not know, or not as they are written in WIT, and the types that the
/// bodies of functions name.
const C_NAMES: &str = "
    and_eq atomic_cancel atomic_commit atomic_noexcept char16_t char32_t char8_t co_await co_return co_yield const_cast
    contract_assert dynamic_cast errno int16_t int32_t int64_t int8_t intptr_t not_eq or_eq reinterpret_cast restrict
    size_t ssize_t static_assert static_cast thread_local typeof typeof_unqual uint16_t uint32_t uint64_t uint8_t
    uintptr_t wchar_t xor_eq
";

/// What code in C++ is in, or uses, wherever it stands.
const NAMESPACES: &str = "std wit";

impl Escapes {
    /// Disguises names. Nobody else may see what is left of them: it is another contract.
    pub fn disguise(resolve: &mut Resolve, generator: &Generator) -> Self {
        let mut escapes = Self { words: Vec::new() };
        match generator {
            Generator::C(_) => {
                escapes.fields(resolve);
                escapes.cases(resolve, is_taken_in_c);
                escapes.parameters(resolve);
            }
            // Cases begin with a capital letter, and interfaces are namespaces.
            Generator::Cpp(_) => {
                escapes.fields(resolve);
                escapes.interfaces(resolve);
                escapes.parameters(resolve);
            }
            // A method of every variant tells the case, and one of each case what it carries.
            Generator::Go(_) => escapes.cases(resolve, |name| name == "tag"),
            Generator::Rust(_) => {}
        }
        escapes
    }

    pub fn are_none(&self) -> bool {
        self.words.is_empty()
    }

    /// Takes the disguise off what a generator wrote.
    pub fn reveal(&self, text: &str) -> String {
        self.words.iter().fold(text.to_owned(), |text, word| {
            let [snake, pascal] = [snake_case(word), pascal_case(word)];
            let [hidden_snake, hidden_pascal] = [snake_case(&disguised(word)), pascal_case(&disguised(word))];
            text.replace(&disguised(word), word)
                .replace(&hidden_snake, &format!("{snake}_"))
                .replace(&hidden_snake.to_uppercase(), &snake.to_uppercase())
                .replace(&hidden_pascal, &format!("{pascal}_"))
        })
    }

    fn fields(&mut self, resolve: &mut Resolve) {
        for (_, definition) in resolve.types.iter_mut() {
            if let TypeDefKind::Record(record) = &mut definition.kind {
                let names = record.fields.iter_mut().map(|field| &mut field.name);
                names.for_each(|name| self.hide(name, is_taken_in_c));
            }
        }
    }

    fn cases(&mut self, resolve: &mut Resolve, is_taken: fn(&str) -> bool) {
        for (_, definition) in resolve.types.iter_mut() {
            if let TypeDefKind::Variant(variant) = &mut definition.kind {
                let names = variant.cases.iter_mut().map(|case| &mut case.name);
                names.for_each(|name| self.hide(name, is_taken));
            }
        }
    }

    fn interfaces(&mut self, resolve: &mut Resolve) {
        let interfaces = resolve.interfaces.iter_mut();
        let names = interfaces.filter_map(|(_, interface)| interface.name.as_mut());
        names.for_each(|name| self.hide(name, is_taken_as_namespace));
    }

    fn parameters(&mut self, resolve: &mut Resolve) {
        let names = functions(resolve)
            .flat_map(|function| &mut function.params)
            .map(|parameter| &mut parameter.name);
        names.for_each(|name| self.hide(name, is_taken_in_c));
    }

    fn hide(&mut self, name: &mut String, is_taken: fn(&str) -> bool) {
        if !is_taken(name) {
            return;
        }
        if !self.words.contains(name) {
            self.words.push(name.clone());
        }
        *name = disguised(name);
    }
}

/// The functions of every interface, and those that worlds have by themselves.
pub fn functions(resolve: &mut Resolve) -> impl Iterator<Item = &mut Function> {
    let of_interfaces = resolve
        .interfaces
        .iter_mut()
        .flat_map(|(_, interface)| interface.functions.values_mut());
    let of_worlds = resolve
        .worlds
        .iter_mut()
        .flat_map(|(_, world)| world.imports.values_mut().chain(world.exports.values_mut()))
        .filter_map(|item| match item {
            WorldItem::Function(function) => Some(function),
            _ => None,
        });
    of_interfaces.chain(of_worlds)
}

fn is_taken_in_c(name: &str) -> bool {
    let written = to_c_ident(name);
    C_NAMES.split_whitespace().any(|taken| taken == written)
}

fn is_taken_as_namespace(name: &str) -> bool {
    is_taken_in_c(name) || NAMESPACES.split_whitespace().any(|taken| taken == name)
}

fn disguised(word: &str) -> String {
    format!("disguised-{word}-until-revealed")
}

fn snake_case(name: &str) -> String {
    name.replace('-', "_")
}

fn pascal_case(name: &str) -> String {
    name.split('-')
        .flat_map(|word| {
            let (first, rest) = word.split_at(usize::from(!word.is_empty()));
            [first.to_uppercase(), rest.to_owned()]
        })
        .collect()
}
