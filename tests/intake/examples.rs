//! What readers of the docs paste.

use std::path::Path;

use crate::form::{Form, Part};
use crate::server::{Folder, Server};

fn docs(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name)).unwrap()
}

fn text(name: &str) -> String {
    String::from_utf8(docs(name)).unwrap()
}

#[test]
fn the_example_of_an_application_is_stored_as_the_page_says() {
    let application = docs("examples/application.json");
    let draft: serde_json::Value = serde_json::from_slice(&application).unwrap();
    let (key, document) = (draft["id"].as_str().unwrap(), &draft["documents"][0]);
    let id = document["id"].as_str().unwrap();
    let page = text("examples/README.md");
    assert!(page.contains(&format!("-H 'Idempotency-Key: {key}'")));
    assert!(page.contains(&format!("-F '{id}=@id-copy.png;type=image/png'")));

    let part = |name: &str, file_name: Option<&str>, media_type: &str, bytes| Part {
        name: name.to_owned(),
        file_name: file_name.map(str::to_owned),
        media_type: media_type.to_owned(),
        bytes,
    };
    let parts = vec![
        part("application", None, "application/json", application),
        part(id, document["file_name"].as_str(), "image/png", docs("examples/id-copy.png")),
    ];
    let form = Form { key: key.to_owned(), parts };
    let store = Folder::new();
    let server = Server::start(&store);
    let first = form.post(&server);
    assert_eq!(first.status, 201, "{}", first.json());
    let again = form.post(&server);
    assert_eq!((again.status, again.reference()), (200, first.reference()));
}

#[test]
fn intake_starts_with_the_smallest_offer_of_the_page() {
    let page = text("offer.md");
    let (_, block) = page.rsplit_once("```json\n").unwrap();
    let (offer, _) = block.split_once("```").unwrap();
    let folder = Folder::new();
    folder.write("offer.json", offer);
    Server::start_offering(&folder.0.join("offer.json"), &folder, &[]);
}
