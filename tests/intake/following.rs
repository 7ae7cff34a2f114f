//! `intake export --follow`: what arrives is exported, until it is stopped.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::bucket::{Bucket, Fault};
use crate::exporting::is_exported;
use crate::form::Form;
use crate::operator::{Place, files_below, stored};
use crate::server::Folder;

/// A running export, and what it says.
struct Following {
    process: Child,
    said: Arc<Mutex<String>>,
    readers: Vec<JoinHandle<()>>,
}

impl Following {
    fn start(place: &Place, to: &Folder, more: &[&str]) -> Self {
        let arguments = [&["export", "--follow", "--to", to.0.to_str().unwrap()], more].concat();
        let mut command = place.command(&arguments);
        let mut process = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let said: Arc<Mutex<String>> = Arc::default();
        let (out, err) = (process.stdout.take().unwrap(), process.stderr.take().unwrap());
        let streams: [Box<dyn std::io::Read + Send>; 2] = [Box::new(out), Box::new(err)];
        let readers = streams.map(|stream| {
            let said = said.clone();
            thread::spawn(move || {
                for line in BufReader::new(stream).lines().map_while(Result::ok) {
                    said.lock().unwrap().push_str(&(line + "\n"));
                }
            })
        });
        Self { process, said, readers: readers.into() }
    }

    fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// Waits until it has said this so often.
    fn wait_for(&self, words: &str, times: usize) {
        let started = Instant::now();
        while self.said().matches(words).count() < times {
            assert!(started.elapsed() < Duration::from_secs(90), "{words}: {}", self.said());
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// Stops it by a signal; returns its exit code and everything that it said.
    fn stop(mut self, signal: &str) -> (Option<i32>, String) {
        let id = self.process.id().to_string();
        assert!(Command::new("kill").args(["-s", signal, &id]).status().unwrap().success());
        let code = self.process.wait().unwrap().code();
        self.readers.drain(..).for_each(|reader| reader.join().unwrap());
        (code, self.said())
    }
}

impl Drop for Following {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn what_is_there_and_what_arrives_is_exported_until_a_signal() {
    for (place, signal) in Place::both().into_iter().zip(["TERM", "INT"]) {
        let server = place.start();
        let mut applications = stored(&server, 2);
        let to = Folder::new();
        let following = Following::start(&place, &to, &[]);
        following.wait_for("is exported", 2);
        let third = Form::finished().numbered(3);
        let reply = third.post(&server);
        assert_eq!(reply.status, 201);
        applications.push((third, reply.reference()));
        following.wait_for("is exported", 3);
        assert_eq!(following.stop(signal).0, Some(0));
        assert!(applications.iter().all(|(form, reference)| is_exported(&to, form, reference)));
        assert_eq!(place.acts(), ["export", "export", "export"]);
        let before = files_below(&to.0, "");
        // Again: everything is there, and what arrived meanwhile is added.
        let fourth = Form::finished().numbered(4);
        assert_eq!(fourth.post(&server).status, 201);
        let following = Following::start(&place, &to, &[]);
        following.wait_for("is exported", 1);
        following.wait_for("exported before", 3);
        assert_eq!(following.stop(signal).0, Some(0));
        fs::remove_dir_all(to.0.join(&fourth.key)).unwrap();
        assert_eq!(files_below(&to.0, ""), before);
    }
}

#[test]
fn two_exports_to_one_folder_do_not_run_at_once_and_one_that_was_killed_is_resumed() {
    let place = Place::Folder(Folder::new());
    let applications = stored(&place.start(), 3);
    let to = Folder::new();
    let following = Following::start(&place, &to, &[]);
    following.wait_for("is exported", 1);
    let done = place.run(&["export", "--follow", "--to", to.0.to_str().unwrap()]);
    assert!(done.code == 2 && done.err.contains("another export"), "{done:?}");
    drop(following);
    to.write(&format!(".{}.partial/application.json", applications[1].0.key), "{");
    let following = Following::start(&place, &to, &["--state", "new"]);
    following.wait_for("exported", 3);
    assert_eq!(following.stop("TERM").0, Some(0));
    assert!(applications.iter().all(|(form, reference)| is_exported(&to, form, reference)));
    assert_eq!(fs::read_dir(&to.0).unwrap().count(), 3);
}

#[test]
fn what_cannot_be_exported_is_said_once_and_the_rest_goes_on() {
    let place = Place::Bucket(Bucket::start());
    let Place::Bucket(bucket) = &place else { return };
    let server = place.start();
    let applications = stored(&server, 2);
    place.change(&format!("{}/1/application.json", applications[0].0.key), |bytes| bytes.push(b' '));
    let to = Folder::new();
    let following = Following::start(&place, &to, &[]);
    following.wait_for("is exported", 1);
    // The store fails for a while.
    bucket.fail("GET", "list-type=2", Fault::Refused, 2);
    following.wait_for("the store cannot be used", 1);
    let third = Form::finished().numbered(3);
    let started = Instant::now();
    while third.post(&server).status >= 400 {
        assert!(started.elapsed() < Duration::from_secs(30));
    }
    following.wait_for("is exported", 2);
    let (code, said) = following.stop("TERM");
    assert_eq!(code, Some(1), "{said}");
    assert_eq!(said.matches("not exported, because").count(), 1, "{said}");
    assert!(!to.0.join(&applications[0].0.key).exists());
}

#[test]
fn a_filter_is_followed_and_what_is_erased_is_not_exported() {
    let place = Place::Folder(Folder::new());
    let applications = stored(&place.start(), 3);
    place.done(&["erase", &applications[0].1, "--why", "withdrawn"]);
    let to = Folder::new();
    let following = Following::start(&place, &to, &["--state", "handled"]);
    place.done(&["mark", &applications[1].1, "handled", "--by", "desk"]);
    following.wait_for("is exported", 1);
    let (code, said) = following.stop("TERM");
    assert_eq!((code, said.lines().count()), (Some(0), 1), "{said}");
    assert!(is_exported(&to, &applications[1].0, &applications[1].1));
    let done = place.run(&["export", &applications[1].1, "--follow", "--to", to.0.to_str().unwrap()]);
    assert!(done.code == 2 && done.err.contains("cannot be used with"), "{done:?}");
}
