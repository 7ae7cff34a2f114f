//! An object store with the part of the S3 protocol that intake uses, which fails, loses and delays what a test chooses.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What goes wrong with a request.
#[derive(Clone, Copy, PartialEq)]
pub enum Fault {
    /// It is refused and changes nothing.
    Refused,
    /// It is carried out, but the response says that it was refused.
    RefusedAfterwards,
    /// It is carried out, but the response says that the store failed, so it is sent again.
    FailedAfterwards,
    /// It changes nothing, but the response says that it was carried out.
    Lost,
    /// It is carried out once the test has called [`Bucket::recover`].
    Held,
}

struct Plan {
    method: &'static str,
    /// A part of the path.
    part: String,
    fault: Fault,
    times: usize,
}

#[derive(Default)]
struct State {
    files: BTreeMap<String, Vec<u8>>,
    plans: Vec<Plan>,
    /// How often each file was written.
    writes: BTreeMap<String, usize>,
    replaces_always: bool,
    has_recovered: bool,
    /// The date of every file, unless it is far ahead.
    date: Option<&'static str>,
}

pub struct Bucket {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
}

impl Bucket {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let bucket = Self { address: listener.local_addr().unwrap(), state: Arc::default() };
        let state = bucket.state.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let state = state.clone();
                std::thread::spawn(move || serve(stream, &state));
            }
        });
        bucket
    }

    /// A store that ignores `If-None-Match`.
    pub fn that_replaces_always() -> Self {
        let bucket = Self::start();
        bucket.state.lock().unwrap().replaces_always = true;
        bucket
    }

    /// The environment of an intake that uses this bucket as `s3://bucket/folder`.
    pub fn environment(&self) -> Vec<(&'static str, String)> {
        vec![
            ("AWS_ENDPOINT", format!("http://{}", self.address)),
            ("AWS_ALLOW_HTTP", "true".to_owned()),
            ("AWS_REGION", "eu-test-1".to_owned()),
            ("AWS_ACCESS_KEY_ID", "test".to_owned()),
            ("AWS_SECRET_ACCESS_KEY", "test".to_owned()),
        ]
    }

    /// Lets the next requests with this method and part of a path go wrong.
    pub fn fail(&self, method: &'static str, part: &str, fault: Fault, times: usize) {
        self.state.lock().unwrap().plans.push(Plan { method, part: part.to_owned(), fault, times });
    }

    /// Whether a request is held.
    pub fn is_holding(&self) -> bool {
        let state = self.state.lock().unwrap();
        state.plans.iter().any(|plan| matches!(plan.fault, Fault::Held) && plan.times == 0)
    }

    /// Ends all faults, and carries out what was held.
    pub fn recover(&self) {
        let mut state = self.state.lock().unwrap();
        state.plans.clear();
        state.has_recovered = true;
    }

    /// The names of all files, below the folder of intake.
    pub fn names(&self) -> Vec<String> {
        let state = self.state.lock().unwrap();
        state.files.keys().map(|name| name.trim_start_matches("folder/").to_owned()).collect()
    }

    /// The files whose names contain this.
    pub fn matching(&self, part: &str) -> Vec<(String, Vec<u8>)> {
        let state = self.state.lock().unwrap();
        state
            .files
            .iter()
            .filter(|(name, _)| name.contains(part))
            .map(|(name, bytes)| (name.clone(), bytes.clone()))
            .collect()
    }

    /// Changes the files whose names contain this, as nobody should.
    pub fn change(&self, part: &str, change: impl Fn(&mut Vec<u8>)) {
        let mut state = self.state.lock().unwrap();
        state.files.iter_mut().filter(|(name, _)| name.contains(part)).for_each(|(_, bytes)| change(bytes));
    }

    /// Adds a file.
    pub fn put(&self, name: &str, bytes: &[u8]) {
        self.state.lock().unwrap().files.insert(format!("folder/{name}"), bytes.to_vec());
    }

    /// Removes the files whose names contain this.
    pub fn remove(&self, part: &str) {
        self.state.lock().unwrap().files.retain(|name, _| !name.contains(part));
    }

    /// Dates all files.
    pub fn date(&self, date: &'static str) {
        self.state.lock().unwrap().date = Some(date);
    }

    /// How often files whose names contain this were written.
    pub fn writes(&self, part: &str) -> usize {
        let state = self.state.lock().unwrap();
        state.writes.iter().filter(|(name, _)| name.contains(part)).map(|(_, count)| count).sum()
    }
}

struct Call {
    method: String,
    path: String,
    query: String,
    is_conditional: bool,
    body: Vec<u8>,
}

fn serve(stream: TcpStream, state: &Mutex<State>) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut writer = stream;
    while let Some(call) = read(&mut reader) {
        let response = respond(&call, state);
        if writer.write_all(&response).is_err() {
            return;
        }
    }
}

fn read(reader: &mut impl BufRead) -> Option<Call> {
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        if line == "\r\n" {
            break;
        }
        // The names of files have capitals.
        let is_first = lines.is_empty();
        lines.push(if is_first { line.trim_end().to_owned() } else { line.trim_end().to_ascii_lowercase() });
    }
    let (method, target) = lines.first()?.split_once(' ')?;
    let target = target.split(' ').next()?;
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let value = |name: &str| lines.iter().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    let mut body = vec![0; value("content-length").and_then(|text| text.parse().ok()).unwrap_or_default()];
    reader.read_exact(&mut body).ok()?;
    Some(Call {
        method: method.to_owned(),
        path: path.trim_start_matches("/bucket").trim_start_matches('/').to_owned(),
        query: query.replace("%2F", "/"),
        is_conditional: value("if-none-match") == Some("*"),
        body,
    })
}

fn respond(call: &Call, state: &Mutex<State>) -> Vec<u8> {
    let fault = {
        let mut state = state.lock().unwrap();
        let full = format!("{}?{}", call.path, call.query);
        let plan = state
            .plans
            .iter_mut()
            .find(|plan| plan.times > 0 && plan.method == call.method && full.contains(&plan.part));
        plan.map(|plan| {
            plan.times -= 1;
            plan.fault
        })
    };
    match fault {
        Some(Fault::Refused) => refusal(),
        Some(Fault::RefusedAfterwards) => {
            carry_out(call, &mut state.lock().unwrap());
            refusal()
        }
        Some(Fault::FailedAfterwards) => {
            carry_out(call, &mut state.lock().unwrap());
            reply("500 Internal Server Error", "", b"<Error><Code>InternalError</Code></Error>")
        }
        Some(Fault::Lost) => reply("200 OK", "etag: \"lost\"\r\n", b""),
        Some(Fault::Held) => {
            while !state.lock().unwrap().has_recovered {
                std::thread::sleep(Duration::from_millis(10));
            }
            carry_out(call, &mut state.lock().unwrap())
        }
        None => carry_out(call, &mut state.lock().unwrap()),
    }
}

fn carry_out(call: &Call, state: &mut State) -> Vec<u8> {
    match call.method.as_str() {
        "GET" if call.query.contains("list-type=2") => list(call, state),
        "GET" => match state.files.get(&call.path) {
            Some(bytes) => reply("200 OK", &facts(state, &call.path), bytes),
            None => reply("404 Not Found", "", b"<Error><Code>NoSuchKey</Code></Error>"),
        },
        "PUT" if call.is_conditional && !state.replaces_always && state.files.contains_key(&call.path) => {
            reply("412 Precondition Failed", "", b"<Error><Code>PreconditionFailed</Code></Error>")
        }
        "PUT" => {
            state.files.insert(call.path.clone(), call.body.clone());
            *state.writes.entry(call.path.clone()).or_default() += 1;
            reply("200 OK", &facts(state, &call.path), b"")
        }
        "DELETE" => {
            state.files.remove(&call.path);
            reply("204 No Content", "", b"")
        }
        _ => reply("405 Method Not Allowed", "", b""),
    }
}

fn list(call: &Call, state: &State) -> Vec<u8> {
    let prefix = call.query.split('&').find_map(|pair| pair.strip_prefix("prefix=")).unwrap_or_default();
    let is_recursive = !call.query.contains("delimiter=");
    let is_listed = |name: &&String| name.strip_prefix(prefix).is_some_and(|rest| is_recursive || !rest.contains('/'));
    // Dated as by a store whose clock is ahead: that must say nothing about how old a file is.
    let date = state.date.unwrap_or("2099-01-01T00:00:00.000Z");
    let entry = |name: &String| {
        let (tag, size) = (tag(state, name), state.files.get(name).map_or(0, Vec::len));
        let facts = format!("<LastModified>{date}</LastModified><ETag>{tag}</ETag><Size>{size}</Size>");
        format!("<Contents><Key>{name}</Key>{facts}</Contents>")
    };
    let entries: String = state.files.keys().filter(is_listed).map(entry).collect();
    let body = format!("<ListBucketResult>{entries}</ListBucketResult>");
    reply("200 OK", "content-type: application/xml\r\n", body.as_bytes())
}

fn tag(state: &State, name: &str) -> String {
    format!("\"{}-{}\"", state.writes.get(name).copied().unwrap_or_default(), state.files.get(name).map_or(0, Vec::len))
}

fn facts(state: &State, name: &str) -> String {
    format!("etag: {}\r\nlast-modified: Thu, 01 Jan 2099 00:00:00 GMT\r\n", tag(state, name))
}

fn refusal() -> Vec<u8> {
    reply("403 Forbidden", "", b"<Error><Code>AccessDenied</Code></Error>")
}

fn reply(status: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let mut response = format!("HTTP/1.1 {status}\r\n{headers}content-length: {}\r\n\r\n", body.len()).into_bytes();
    response.extend(body);
    response
}
