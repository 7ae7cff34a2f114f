//! What intake refuses at start: a store on which an application could be stored twice, and files that it does not understand.

use std::net::TcpListener;
use std::path::PathBuf;
use std::thread;

use serde_json::{Value, json};

use crate::bucket::{Bucket, Fault};
use crate::common::public;
use crate::form::Form;
use crate::operator::Place;
use crate::server::{Folder, Server};

#[test]
fn a_store_without_put_if_absent_is_refused_at_start() {
    let bucket = Bucket::that_replaces_always();
    let error = Server::refused_on(&bucket.environment());
    assert!(error.contains("s3://bucket/folder") && error.contains("does not support put-if-absent"), "{error}");
    assert_eq!(bucket.names(), Vec::<String>::new());
}

#[test]
fn a_store_that_cannot_be_written_or_read_is_refused_at_start() {
    for method in ["PUT", "GET"] {
        let bucket = Bucket::start();
        bucket.fail(method, "", Fault::Refused, usize::MAX);
        let error = Server::refused_on(&bucket.environment());
        assert!(error.contains("s3://bucket/folder: the store cannot be used"), "{error}");
        assert_eq!(bucket.names(), Vec::<String>::new());
    }
    let folder = Folder::new();
    folder.write("file", "");
    let file = folder.0.join("file");
    let error = Server::refused_over(&file, &public("offer.json"), &public("catalogue.json"));
    assert!(error.contains(file.to_str().unwrap()), "{error}");
}

#[test]
fn a_store_that_is_down_is_refused_at_start_and_used_once_it_is_back() {
    let bucket = Bucket::start();
    let mut environment = bucket.environment();
    // A port that was free a moment ago.
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    environment
        .iter_mut()
        .filter(|(name, _)| *name == "AWS_ENDPOINT")
        .for_each(|(_, at)| *at = format!("http://{free}"));
    let error = Server::refused_on(&environment);
    assert!(error.contains("s3://bucket/folder: the store cannot be used"), "{error}");
    assert_eq!(Form::finished().post(&Server::start_on(&bucket)).status, 201);
}

#[test]
fn a_hiccup_of_the_store_at_start_does_not_matter() {
    let bucket = Bucket::start();
    bucket.fail("PUT", "put-if-absent", Fault::FailedAfterwards, 1);
    let _server = Server::start_on(&bucket);
    assert_eq!(bucket.names(), Vec::<String>::new());
}

#[test]
fn nothing_of_the_test_at_start_is_left() {
    let (bucket, folder) = (Bucket::start(), Folder::new());
    let _servers = (Server::start_on(&bucket), Server::start(&folder));
    assert_eq!(bucket.writes("put-if-absent"), 1);
    assert_eq!(bucket.names(), Vec::<String>::new());
    assert!(folder.is_empty());
}

#[test]
fn servers_that_start_at_once_do_not_disturb_each_other() {
    let (bucket, folder) = (Bucket::start(), Folder::new());
    thread::scope(|scope| {
        let on_bucket = (0..4).map(|_| scope.spawn(|| Server::start_on(&bucket)));
        let on_folder = (0..4).map(|_| scope.spawn(|| Server::start(&folder)));
        let starting: Vec<_> = on_bucket.chain(on_folder).collect();
        starting.into_iter().for_each(|server| drop(server.join().unwrap()));
    });
    assert_eq!(bucket.writes("put-if-absent"), 4);
    assert_eq!(bucket.names(), Vec::<String>::new());
    assert!(folder.is_empty());
}

#[test]
fn an_address_without_encryption_is_refused_at_start_unless_it_is_allowed() {
    let bucket = Bucket::start();
    let mut environment = bucket.environment();
    environment.retain(|(name, _)| *name != "AWS_ALLOW_HTTP");
    let error = Server::refused_on(&environment);
    assert!(error.contains("AWS_ENDPOINT") && error.contains("AWS_ALLOW_HTTP=true"), "{error}");
}

/// A file like the example of this name, with a change.
fn changed(folder: &Folder, name: &str, change: impl FnOnce(&mut Value)) -> PathBuf {
    let mut value: Value = serde_json::from_slice(&std::fs::read(public(name)).unwrap()).unwrap();
    change(&mut value);
    folder.write(name, value.to_string());
    folder.0.join(name)
}

#[test]
fn an_offer_or_a_catalogue_that_check_refuses_is_refused_at_start() {
    for name in ["offer.json", "catalogue.json"] {
        for (field, value, said) in [("colour", "blue", "colour"), ("format", "other/2", "other/2")] {
            let folder = Folder::new();
            let file = changed(&folder, name, |content| content[field] = json!(value));
            let others = |other: &str| if other == name { file.clone() } else { public(other) };
            let error = Server::refused_over(&folder.0, &others("offer.json"), &others("catalogue.json"));
            assert!(error.contains(file.to_str().unwrap()) && error.contains(said), "{error}");
        }
    }
}

#[test]
fn an_address_that_is_refused_is_not_printed_beyond_scheme_and_host() {
    let secret = ["--webhook-secret-file", "secret"];
    let key = ["--kvk-key-file", "key"];
    for options in [
        [&["--webhook", "http://me:hidden@desk.example/hidden?token=hidden#hidden"], &secret[..]].concat(),
        [&["--webhook=https://desk.example/#hidden"], &secret[..]].concat(),
        [&["--webhook", "desk.example/hidden"], &secret[..]].concat(),
        [&["--webhook", "https://me:hid den@desk.example"], &secret[..]].concat(),
        [&["--kvk-api", "https://me:hidden@desk.example/hidden?hidden"], &key[..]].concat(),
        vec!["--allow-origin", "https://me:hidden@desk.example/hidden"],
        vec!["--scan", "tcp://me:hidden@desk.example:3310"],
        vec!["--store", "https://me:hidden@desk.example/hidden?hidden"],
        vec!["--store", "ftp://me:hidden@desk.example/hidden"],
        vec!["--store", "s3://me:hidden@desk.example/folder"],
        vec!["--store", "s3://desk.example/folder?hidden"],
        vec!["--store", "s3://me:hid den@desk.example/folder"],
        vec!["https://me:hidden@desk.example/hidden"],
        vec!["--unknown=https://me:hidden@desk.example/hidden"],
    ] {
        let printed = Server::refused_with(&options);
        assert!(!printed.contains("hid") && !printed.contains("me:"), "{options:?}: {printed}");
    }
    let printed = Server::refused_with(&[&["--webhook", "http://me:hidden@desk.example/hidden"], &secret[..]].concat());
    assert!(printed.contains("'http://desk.example'") && printed.contains("expected https://"), "{printed}");

    let bucket = Bucket::start();
    let mut environment = bucket.environment();
    environment.retain(|(name, _)| *name != "AWS_ENDPOINT");
    environment.push(("AWS_ENDPOINT", "http://me:hidden@desk.example".to_owned()));
    let error = Server::refused_on(&environment);
    assert!(error.contains("AWS_ENDPOINT") && !error.contains("hidden"), "{error}");
}

/// Whether this is one sentence about what was named, and nothing for programmers.
fn is_sentence(text: &str, name: &str) -> bool {
    let text = text.trim_end();
    text.contains(name)
        && !text.contains('\n')
        && !["Error", "Os {", "Some(", "Generic"].iter().any(|word| text.contains(word))
}

#[test]
fn a_file_that_is_missing_or_cannot_be_read_is_named_in_one_sentence() {
    let folder = Folder::new();
    folder.write("short", "not a key");
    let is_folder = folder.0.to_str().unwrap().to_owned();
    let (missing, short) = (format!("{is_folder}/missing"), format!("{is_folder}/short"));
    let place = Place::Folder(Folder::new());
    for file in [&missing, &is_folder, &short] {
        let (offer, catalogue) = (public("offer.json"), public("catalogue.json"));
        let refused = |options: &[&str]| Server::refused_to_start(&[&["--listen", "127.0.0.1:0"], options].concat());
        let files = ["--offer", offer.to_str().unwrap(), "--catalogue", catalogue.to_str().unwrap()];
        for options in [
            vec!["--offer", file, "--catalogue", files[3]],
            vec!["--offer", files[1], "--catalogue", file],
            [&files[..], &["--lookup", file]].concat(),
        ] {
            let error = refused(&options);
            assert!(is_sentence(&error, file), "{options:?}: {error}");
        }
        for options in [
            vec!["--key-file", file],
            vec!["--webhook", "https://desk.example", "--webhook-secret-file", file],
            vec!["--kvk-api", "https://api.kvk.nl/api", "--kvk-key-file", file],
        ] {
            if options[0] == "--kvk-api" && file == &short {
                continue; // Any one line can be a key.
            }
            let (option, error) = (options[options.len() - 2], refused(&[&files[..], &options].concat()));
            // Somebody may give a secret in place of its file.
            assert!(is_sentence(&error, option) && !error.contains(file), "{options:?}: {error}");
        }
        let to = format!("{is_folder}/to");
        for command in [
            vec!["list"],
            vec!["show", "EH-0000-0000"],
            vec!["export", "--state", "new", "--to", &to],
            vec!["mark", "EH-0000-0000", "handled", "--by", "archive"],
            vec!["erase", "EH-0000-0000", "--why", "withdrawn"],
            vec!["sweep", "--older-than", "30d"],
            vec!["verify"],
            vec!["journal"],
        ] {
            let done = place.run(&[&command[..], &["--key-file", file]].concat());
            let is_named = is_sentence(&done.err, "--key-file") && !done.err.contains(file);
            assert!(done.code == 2 && done.out.is_empty() && is_named, "{command:?}: {done:?}");
        }
    }
    assert!(!folder.0.join("to").exists());
}
