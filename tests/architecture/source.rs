//! The imports, paths and definitions of a source file, read with `syn`.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::visit::{self, Visit};

/// The library as other crates of the package call it.
pub const LIBRARY: &str = "eherkenning_wizard";

/// One path in a file, resolved from the root of the crate: `domain`, `rules`, `Rule`.
#[derive(Clone, Debug)]
pub struct Mention {
    pub line: usize,
    pub path: Vec<String>,
}

/// One source file.
#[derive(Debug, Default)]
pub struct Source {
    /// From the top of the package: `src/domain/rules/rule.rs`.
    pub file: String,
    /// From the root of its crate: `domain`, `rules`, `rule`.
    pub module: Vec<String>,
    /// Paths into the own crate.
    pub mentions: Vec<Mention>,
    /// Paths into the library, from a program beside it; without the name of the library.
    pub library: Vec<Mention>,
    /// What it imports, by the name it has here.
    pub imports: Vec<(String, Vec<String>)>,
    /// Glob imports, except those of the prelude of a library.
    pub globs: Vec<(usize, String)>,
    /// The names that it defines itself.
    pub definitions: BTreeSet<String>,
    /// Whether it only declares modules and re-exports.
    pub is_facade: bool,
    /// Every word of its code, with its line; comments and string literals are not code.
    pub words: Vec<(usize, String)>,
    /// The conditions of `cfg`, `cfg!` and `cfg_attr`.
    pub conditions: Vec<(usize, String)>,
}

impl Source {
    /// Reads a file; `module` is its path from the root of its crate.
    pub fn parse(file: &str, module: &[&str], text: &str) -> Self {
        let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("{file}: {error}"));
        let parsed: syn::File = syn::parse2(tokens.clone()).unwrap_or_else(|error| panic!("{file}: {error}"));
        let module: Vec<String> = module.iter().map(|name| (*name).to_owned()).collect();
        let mut source = Self {
            file: file.to_owned(),
            is_facade: parsed.items.iter().all(is_declaration),
            definitions: parsed.items.iter().flat_map(defined).collect(),
            ..Self::default()
        };
        collect_conditions(tokens.clone(), &mut source.conditions);
        collect_words(tokens, &mut source.words);
        let mut names = BTreeMap::new();
        for item in &parsed.items {
            if let syn::Item::Mod(declared) = item {
                names.insert(declared.ident.to_string(), [module.clone(), vec![declared.ident.to_string()]].concat());
            }
        }
        let mut reader = Reader { scope: module.clone(), names, source };
        reader.visit_file(&parsed);
        source = reader.source;
        source.module = module;
        source
    }
}

/// Whether an item only declares a module or re-exports.
fn is_declaration(item: &syn::Item) -> bool {
    match item {
        syn::Item::Mod(declared) => declared.content.is_none(),
        syn::Item::Use(used) => !matches!(used.vis, syn::Visibility::Inherited),
        _ => false,
    }
}

/// The names that an item defines.
fn defined(item: &syn::Item) -> Vec<String> {
    let ident = match item {
        syn::Item::Const(item) => &item.ident,
        syn::Item::Enum(item) => &item.ident,
        syn::Item::Fn(item) => &item.sig.ident,
        syn::Item::Static(item) => &item.ident,
        syn::Item::Struct(item) => &item.ident,
        syn::Item::Trait(item) => &item.ident,
        syn::Item::Type(item) => &item.ident,
        syn::Item::Union(item) => &item.ident,
        syn::Item::Macro(item) => match &item.ident {
            Some(ident) => ident,
            None => return defined_in(item.mac.tokens.clone()),
        },
        _ => return Vec::new(),
    };
    vec![ident.to_string()]
}

/// What a macro defines is unknown until it is expanded, so each word of its input counts as a definition.
fn defined_in(tokens: TokenStream) -> Vec<String> {
    let mut words = Vec::new();
    collect_words(tokens, &mut words);
    words.into_iter().map(|(_, word)| word).collect()
}

fn collect_words(tokens: TokenStream, words: &mut Vec<(usize, String)>) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => words.push((line(&ident), ident.to_string())),
            TokenTree::Group(group) => collect_words(group.stream(), words),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

fn collect_conditions(tokens: TokenStream, conditions: &mut Vec<(usize, String)>) {
    let mut keyword = None;
    for token in tokens {
        match token {
            TokenTree::Ident(word) => keyword = Some(word).filter(|word| word == "cfg" || word == "cfg_attr"),
            TokenTree::Group(group) => {
                if let Some(word) = keyword.take() {
                    let is_comma = |token: &TokenTree| matches!(token, TokenTree::Punct(sign) if sign.as_char() == ',');
                    let condition: TokenStream =
                        group.stream().into_iter().take_while(|token| !is_comma(token)).collect();
                    conditions.push((line(&word), condition.to_string()));
                }
                collect_conditions(group.stream(), conditions);
            }
            // The `!` of `cfg!`.
            TokenTree::Punct(sign) if sign.as_char() == '!' => {}
            TokenTree::Punct(_) | TokenTree::Literal(_) => keyword = None,
        }
    }
}

fn line(ident: &Ident) -> usize {
    ident.span().start().line
}

struct Reader {
    /// The module that is being read: the one of the file, or one inside it.
    scope: Vec<String>,
    /// Names with which paths can begin here: declared modules and imports.
    names: BTreeMap<String, Vec<String>>,
    source: Source,
}

impl Reader {
    /// Records a path if it leads into this package.
    fn mention(&mut self, line: usize, path: &[String]) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        if first == LIBRARY {
            self.source.library.push(Mention { line, path: rest.to_vec() });
            return None;
        }
        let path = match first.as_str() {
            "crate" => rest.to_vec(),
            "self" | "super" => {
                let steps = path.iter().take_while(|part| ["self", "super"].contains(&part.as_str())).count();
                let ups = path[..steps].iter().filter(|part| *part == "super").count();
                let kept = self.scope.len().saturating_sub(ups);
                [&self.scope[..kept], &path[steps..]].concat()
            }
            _ => [self.names.get(first)?.as_slice(), rest].concat(),
        };
        self.source.mentions.push(Mention { line, path: path.clone() });
        Some(path)
    }

    fn import(&mut self, tree: &syn::UseTree, before: &[String]) {
        match tree {
            syn::UseTree::Path(path) => {
                self.import(&path.tree, &[before, &[path.ident.to_string()]].concat());
            }
            syn::UseTree::Group(group) => group.items.iter().for_each(|item| self.import(item, before)),
            syn::UseTree::Name(name) => self.import_name(&name.ident, &name.ident, before),
            syn::UseTree::Rename(name) => self.import_name(&name.ident, &name.rename, before),
            syn::UseTree::Glob(glob) => {
                let line = glob.star_token.spans[0].start().line;
                let is_ours = |first: &String| {
                    ["crate", "self", "super", LIBRARY].contains(&first.as_str()) || self.names.contains_key(first)
                };
                if before.last().is_none_or(|last| last != "prelude") || before.first().is_some_and(is_ours) {
                    self.source.globs.push((line, format!("{}::*", before.join("::"))));
                }
                self.mention(line, &[before, &["*".to_owned()]].concat());
            }
        }
    }

    fn import_name(&mut self, ident: &Ident, name: &Ident, before: &[String]) {
        let mut path = before.to_vec();
        if ident != "self" || before.is_empty() {
            path.push(ident.to_string());
        }
        let name = if name == "self" { path.last().cloned().unwrap_or_default() } else { name.to_string() };
        if let Some(path) = self.mention(line(ident), &path) {
            // A module declared here keeps its name: an import of the same name is a function.
            self.names.entry(name.clone()).or_insert_with(|| path.clone());
            self.source.imports.push((name, path));
        }
    }

    /// Paths in the input of a macro or in its definition: words with `::` between them.
    fn scan(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let is_colon = |at: usize| matches!(tokens.get(at), Some(TokenTree::Punct(sign)) if sign.as_char() == ':');
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at += 1;
            match token {
                TokenTree::Group(group) => self.scan(group.stream()),
                TokenTree::Ident(first) => {
                    let mut path = vec![first.to_string()];
                    while is_colon(at) && is_colon(at + 1) {
                        at += 2;
                        match tokens.get(at) {
                            Some(TokenTree::Ident(part)) => path.push(part.to_string()),
                            _ => break,
                        }
                        at += 1;
                    }
                    if path.len() > 1 {
                        self.mention(line(first), &path);
                    }
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }
}

impl<'ast> Visit<'ast> for Reader {
    // Imports first: paths may begin with an imported name, even above the import.
    fn visit_file(&mut self, file: &'ast syn::File) {
        let (uses, others): (Vec<_>, Vec<_>) = file.items.iter().partition(|item| matches!(item, syn::Item::Use(_)));
        uses.into_iter().chain(others).for_each(|item| self.visit_item(item));
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.import(&item.tree, &[]);
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.scope.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
        self.scope.pop();
    }

    // `pub(in crate::domain)` limits visibility and uses nothing.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.segments.len() > 1 {
            let parts: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
            self.mention(line(&path.segments[0].ident), &parts);
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        self.visit_path(&item.path);
        self.scan(item.tokens.clone());
    }
}
