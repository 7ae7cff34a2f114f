//! The fields of an offer or a catalogue that nobody read, found by writing what was read. Of applications there are
//! more, so their fields are told apart while they are read.

use crate::domain::json::Json;

/// How many unknown fields are told of.
pub const MOST: usize = 100;

/// JSON pointers to the fields that stand in `read` and not in `written`, in their order.
///
/// Where a record leaves fields out when they say nothing (`sparse`), a field that says nothing is passed over.
pub fn unknown_fields(read: &Json, written: &Json, is_sparse: bool) -> Vec<String> {
    let mut search = Search { is_sparse, path: String::new(), found: Vec::new() };
    search.compare(read, written);
    search.found
}

struct Search {
    is_sparse: bool,
    path: String,
    found: Vec<String>,
}

impl Search {
    fn compare(&mut self, read: &Json, written: &Json) {
        match (read, written) {
            (Json::List(read), Json::List(written)) => {
                for (row, (read, written)) in read.iter().zip(written).enumerate() {
                    self.within(&row.to_string(), |search| search.compare(read, written));
                }
            }
            (Json::Object(fields), Json::Object(known)) => {
                for (name, value) in fields {
                    self.within(name, |search| match known.iter().find(|(known, _)| known == name) {
                        Some((_, written)) => search.compare(value, written),
                        None if search.is_sparse && value.is_bare() => {}
                        None => search.note(),
                    });
                }
            }
            _ => {}
        }
    }

    fn within(&mut self, name: &str, look: impl FnOnce(&mut Self)) {
        if self.found.len() == MOST {
            return;
        }
        let length = self.path.len();
        self.path.push('/');
        self.path.push_str(&escaped(name));
        look(self);
        self.path.truncate(length);
    }

    fn note(&mut self) {
        self.found.push(self.path.clone());
    }
}

/// A name as it stands in a JSON pointer (RFC 6901).
pub fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
