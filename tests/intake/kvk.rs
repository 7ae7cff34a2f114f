//! A stand-in of the KvK's API, with responses that a test chooses.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

/// Where the profiles are.
const PROFILES: &str = "/api/v1/basisprofielen/";

pub struct Kvk {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<Request>>>,
}

/// A request that arrived.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The path after that of the profiles.
    pub path: String,
    pub key: String,
}

/// What to do with a request.
pub enum Response {
    /// A status and a body.
    Body(u16, String),
    /// A redirect to the path after that of the profiles.
    Redirect(&'static str),
    /// Never respond.
    Silence,
    /// Close the connection.
    Hangup,
}

impl Response {
    pub fn json(value: &Value) -> Self {
        Self::Body(200, value.to_string())
    }

    pub fn error(status: u16, code: &str) -> Self {
        Self::Body(status, json!({ "fout": [{ "code": code, "omschrijving": "…" }] }).to_string())
    }
}

impl Kvk {
    /// Starts one that responds to the path after that of the profiles.
    pub fn start(respond: impl Fn(&str) -> Response + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let kvk = Self { address: listener.local_addr().unwrap(), requests: Arc::default() };
        let (requests, respond) = (kvk.requests.clone(), Arc::new(respond));
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (requests, respond) = (requests.clone(), respond.clone());
                std::thread::spawn(move || serve(stream, &requests, &*respond));
            }
        });
        kvk
    }

    pub fn url(&self) -> String {
        format!("http://{}/api", self.address)
    }

    pub fn requests(&self) -> Vec<Request> {
        self.requests.lock().unwrap().clone()
    }
}

fn serve(mut stream: TcpStream, requests: &Mutex<Vec<Request>>, respond: &dyn Fn(&str) -> Response) {
    let lines = BufReader::new(stream.try_clone().unwrap()).lines();
    let head: Vec<String> = lines.map_while(Result::ok).take_while(|line| !line.is_empty()).collect();
    let Some(path) = head.first().and_then(|line| line.strip_prefix("GET ")?.strip_suffix(" HTTP/1.1")) else {
        return;
    };
    let path = path.strip_prefix(PROFILES).unwrap_or_else(|| panic!("{path}"));
    let key = head.iter().find_map(|line| line.strip_prefix("apikey: ")).unwrap_or_default();
    requests.lock().unwrap().push(Request { path: path.to_owned(), key: key.to_owned() });
    let (status, header, body) = match respond(path) {
        Response::Body(status, body) => (status, String::new(), body),
        Response::Redirect(path) => (302, format!("location: {PROFILES}{path}\r\n"), String::new()),
        Response::Hangup => return,
        Response::Silence => loop {
            std::thread::park();
        },
    };
    let length = body.len();
    let head = format!("HTTP/1.1 {status} …\r\nconnection: close\r\ncontent-length: {length}\r\n{header}\r\n");
    // The other side may have enough before everything is sent.
    let _ = stream.write_all(head.as_bytes());
    let _ = stream.write_all(body.as_bytes());
}

/// The profile of an organisation with one branch, in the shape that the KvK documents.
pub fn profile() -> Value {
    json!({
        "kvkNummer": "69599084",
        "indNonMailing": "Ja",
        "naam": "Test EMZ Dagobert",
        "formeleRegistratiedatum": "20171004",
        "materieleRegistratie": { "datumAanvang": "20160101" },
        "totaalWerkzamePersonen": 1,
        "handelsnamen": [{ "naam": "Test EMZ Dagobert", "volgorde": 0 }],
        "sbiActiviteiten": [{ "sbiCode": "86101", "sbiOmschrijving": "…", "indHoofdactiviteit": "Ja" }],
        "links": [{ "rel": "self", "href": "https://api.kvk.example/api/v1/basisprofielen/69599084" }],
        "_embedded": {
            "hoofdvestiging": {
                "vestigingsnummer": "000038509504",
                "kvkNummer": "69599084",
                "eersteHandelsnaam": "Test EMZ Dagobert",
                "indHoofdvestiging": "Ja",
                "adressen": [
                    {
                        "type": "correspondentieadres",
                        "indAfgeschermd": "Nee",
                        "postbusnummer": 200,
                        "postcode": "1000AE",
                        "plaats": "Amsterdam",
                        "land": "Nederland",
                    },
                    {
                        "type": "bezoekadres",
                        "indAfgeschermd": "Nee",
                        "volledigAdres": "Abebe Bikilalaan 17 1034WL Amsterdam",
                        "straatnaam": "Abebe Bikilalaan",
                        "huisnummer": 17,
                        "huisletter": null,
                        "huisnummerToevoeging": null,
                        "postbusnummer": null,
                        "postcode": "1034WL",
                        "plaats": "Amsterdam",
                        "land": "Nederland",
                    },
                ],
            },
            "eigenaar": { "rechtsvorm": "Eenmanszaak", "uitgebreideRechtsvorm": "Eenmanszaak", "adressen": null },
        },
    })
}

/// The branches of that organisation.
pub fn branches() -> Value {
    json!({
        "kvkNummer": "69599084",
        "aantalCommercieleVestigingen": 2,
        "totaalAantalVestigingen": 2,
        "vestigingen": [
            { "vestigingsnummer": "000038509504", "eersteHandelsnaam": "Test EMZ Dagobert", "indHoofdvestiging": "Ja" },
            { "vestigingsnummer": "000038509520", "eersteHandelsnaam": "Winkel", "indHoofdvestiging": "Nee" },
        ],
    })
}
