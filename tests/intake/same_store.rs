//! The folder must still be the store that it was at start, and operators must work on a store that is theirs.

use std::fs;
use std::os::unix::fs::chown;

use crate::common::public;
use crate::form::Form;
use crate::operator::Place;
use crate::server::{Folder, Server};

#[test]
fn when_the_disk_of_a_store_goes_away_nothing_is_stored_in_the_folder_that_is_left() {
    let store = Folder::new();
    let server = Server::start(&store);
    let form = Form::finished();
    let first = form.post(&server);
    assert_eq!(first.status, 201);
    // As when a disk is unmounted: the folder is there, and empty.
    let away = store.0.with_extension("away");
    fs::rename(&store.0, &away).unwrap();
    fs::create_dir(&store.0).unwrap();
    assert_eq!(form.post(&server).status, 503);
    assert_eq!(server.get(&format!("/applications/{}", form.key), &[]).status, 503);
    assert!(store.is_empty());
    let ready = server.get("/ready", &[]);
    assert_eq!((ready.status, ready.json()["failed"].clone()), (503, serde_json::json!(["store"])));
    // And when it is back, everything is there.
    fs::remove_dir_all(&store.0).unwrap();
    fs::rename(&away, &store.0).unwrap();
    let again = form.post(&server);
    assert_eq!((again.status, again.reference()), (200, first.reference()));
}

#[test]
fn a_store_in_which_applications_are_sealed_is_not_opened_without_a_key() {
    let (store, files) = (Folder::new(), Folder::new());
    files.write("key", [7; 32]);
    let key = files.0.join("key");
    let sealing = ["--key-file", key.to_str().unwrap()];
    assert_eq!(Form::finished().post(&Server::start_with(&store, &sealing)).status, 201);
    let error = Server::refused_over(&store.0, &public("offer.json"), &public("catalogue.json"));
    assert!(error.contains("applications are sealed in this store; name the key by --key-file"), "{error}");
}

#[test]
fn a_command_on_a_folder_that_is_no_store_is_refused() {
    let place = Place::Folder(Folder::new());
    for arguments in [&["list"][..], &["sweep", "--older-than", "30d"], &["verify"], &["journal"]] {
        let done = place.run(arguments);
        assert_eq!(done.code, 2, "{arguments:?}");
        assert!(done.err.contains("there is no store in this folder"), "{}", done.err);
    }
    let Place::Folder(folder) = place else { unreachable!() };
    assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 0);
}

#[test]
fn a_command_of_another_user_is_refused_because_the_server_could_not_read_what_it_writes() {
    let store = Folder::new();
    let reference = Form::finished().post(&Server::start(&store)).reference();
    if chown(&store.0, Some(65534), None).is_err() {
        // Only root can give a folder away.
        return;
    }
    let place = Place::Folder(store);
    let done = place.run(&["mark", &reference, "handled", "--by", "me"]);
    assert_eq!(done.code, 2);
    assert!(done.err.contains("this store belongs to user 65534; run the command as that user"), "{}", done.err);
}
