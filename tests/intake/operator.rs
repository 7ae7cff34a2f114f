//! The commands of operators, on a folder and on an object store.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::bucket::Bucket;
use crate::common::TODAY;
use crate::form::Form;
use crate::server::{Folder, Reply, Server};

/// Where applications are stored.
pub enum Place {
    Folder(Folder),
    Bucket(Bucket),
}

/// How a command ended.
#[derive(Debug)]
pub struct Done {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Place {
    pub fn both() -> [Self; 2] {
        [Self::Folder(Folder::new()), Self::Bucket(Bucket::start())]
    }

    pub fn start(&self) -> Server {
        self.start_with(&[])
    }

    pub fn start_with(&self, more: &[&str]) -> Server {
        match self {
            Self::Folder(folder) => Server::start_with(folder, &[&["--today", TODAY], more].concat()),
            Self::Bucket(bucket) => Server::start_on_with(bucket, more),
        }
    }

    /// A command on the store.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_intake"));
        command.args(arguments).arg("--store");
        match self {
            Self::Folder(folder) => command.arg(&folder.0),
            Self::Bucket(bucket) => command.arg("s3://bucket/folder").envs(bucket.environment()),
        };
        command
    }

    /// Runs a command on the store.
    pub fn run(&self, arguments: &[&str]) -> Done {
        let output = self.command(arguments).output().unwrap();
        Done {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Runs a command that finds nothing wrong; returns what it printed.
    pub fn done(&self, arguments: &[&str]) -> String {
        let done = self.run(arguments);
        assert!(done.code == 0 && done.err.is_empty(), "{arguments:?}: {done:?}");
        done.out
    }

    /// The lines of JSON that a command prints.
    pub fn lines(&self, arguments: &[&str]) -> Vec<Value> {
        self.done(arguments).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// The acts in the journal, such as `erase`.
    pub fn acts(&self) -> Vec<String> {
        let acts = self.lines(&["journal"]);
        acts.iter().map(|line| line["act"].as_str().unwrap().to_owned()).collect()
    }

    /// All files with their content, below the folder of intake.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        match self {
            Self::Bucket(bucket) => {
                let files = bucket.matching("").into_iter();
                files.map(|(name, bytes)| (name.trim_start_matches("folder/").to_owned(), bytes)).collect()
            }
            Self::Folder(folder) => {
                let mut files = files_below(&folder.0, "");
                files.sort();
                files
            }
        }
    }

    /// Changes the files whose names contain this.
    pub fn change(&self, part: &str, change: impl Fn(&mut Vec<u8>)) {
        match self {
            Self::Bucket(bucket) => bucket.change(part, change),
            Self::Folder(folder) => {
                for (name, mut bytes) in self.files().into_iter().filter(|(name, _)| name.contains(part)) {
                    change(&mut bytes);
                    folder.write(&name, bytes);
                }
            }
        }
    }

    /// Adds a file.
    pub fn put(&self, name: &str, bytes: &[u8]) {
        match self {
            Self::Bucket(bucket) => bucket.put(name, bytes),
            Self::Folder(folder) => folder.write(name, bytes),
        }
    }

    /// Removes the files whose names contain this.
    pub fn remove(&self, part: &str) {
        match self {
            Self::Bucket(bucket) => bucket.remove(part),
            Self::Folder(folder) => {
                for (name, _) in self.files().into_iter().filter(|(name, _)| name.contains(part)) {
                    fs::remove_file(folder.0.join(name)).unwrap();
                }
            }
        }
    }

    /// Dates the receipt of an application this many days back.
    pub fn age(&self, form: &Form, days: u64) {
        self.change(&format!("{}/1.outcome.json", form.key), |bytes| {
            let mut receipt: Value = serde_json::from_slice(bytes).unwrap();
            let seconds = receipt["stored_at_unix"].as_u64().unwrap() - days * 86_400;
            receipt["stored_at_unix"] = seconds.into();
            *bytes = receipt.to_string().into_bytes();
        });
    }

    /// Whether any byte of the person in the application or its documents is left.
    pub fn has_personal_data(&self, form: &Form) -> bool {
        let documents = form.parts.iter().skip(1).map(|part| part.bytes.as_slice());
        let texts = ["Johanna", "bakkerij", "1985-02-28", "personal data"].map(str::as_bytes);
        let needles: Vec<&[u8]> = documents.chain(texts).collect();
        // Not its documents: their ids are the same in each application.
        let is_of_form = |name: &str| name.split('/').any(|folder| folder == form.key) || name.contains("journal/");
        let files = self.files().into_iter().filter(|(name, _)| is_of_form(name));
        files.into_iter().any(|(_, bytes)| needles.iter().any(|needle| contains(&bytes, needle)))
    }
}

/// All files below a folder, with their content.
pub fn files_below(folder: &Path, name: &str) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder.join(name)).unwrap().map(Result::unwrap);
    let entries = entries.flat_map(|entry| {
        let name = format!("{name}/{}", entry.file_name().to_str().unwrap()).trim_start_matches('/').to_owned();
        if entry.path().is_dir() { files_below(folder, &name) } else { vec![(name, fs::read(entry.path()).unwrap())] }
    });
    entries.collect()
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.len() >= needle.len() && bytes.windows(needle.len()).any(|window| window == needle)
}

pub fn asked(server: &Server, form: &Form) -> Reply {
    server.get(&format!("/applications/{}", form.key), &[])
}

/// Stores so many applications; returns them with their references.
pub fn stored(server: &Server, count: u32) -> Vec<(Form, String)> {
    let forms = (1..=count).map(|number| Form::finished().numbered(number));
    forms
        .map(|form| {
            let reply = form.post(server);
            assert_eq!(reply.status, 201, "{reply:?}");
            (form, reply.reference())
        })
        .collect()
}
