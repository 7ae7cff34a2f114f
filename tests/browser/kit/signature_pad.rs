//! A field to draw a signature in. It does not work with the keyboard: applicants can type their name instead.

use eherkenning_wizard::domain::scheme::Lang;
use eherkenning_wizard::web::dom::IntoChild;
use eherkenning_wizard::web::kit::{SignaturePad, signature_pad};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::given::{Given, say};
use super::mounted::{Mounted, tick};
use super::page;
use super::suite::Control;

const SIGNATURE_PAD: Control = Control { build, words: |lang| vec![label(lang)], stops: |_| Vec::new() };

suite!(control: SIGNATURE_PAD);

fn label(lang: Lang) -> &'static str {
    say(lang, "Handtekening van A. de Vries", "Signature of A. de Vries")
}

/// The length of the answer tells when to clear the drawing.
fn build(given: Given) -> AnyView {
    let pad = SignaturePad {
        label: Memo::new(move |_| label(given.lang).to_owned()),
        on_stroke: given.tell(|canvas: HtmlCanvasElement| format!("drew on {}", canvas.width())),
        clear: Memo::new(move |_| given.value.with(String::len)),
        drawn: None,
    };
    signature_pad(pad).into_child()
}

/// The darkness of the canvas around its middle: 0 is white.
fn darkness(mounted: &Mounted) -> u8 {
    let canvas = mounted.only_as::<HtmlCanvasElement>("canvas");
    let context: CanvasRenderingContext2d = canvas.get_context("2d").unwrap().unwrap().dyn_into().unwrap();
    let (x, y) = (f64::from(canvas.width()) / 2.0, f64::from(canvas.height()) / 2.0);
    // A column, because the stroke may be a point or two off the middle: browsers round where the pen is.
    let points = context.get_image_data(x, y - 6.0, 1.0, 12.0).unwrap().data();
    255 - points.iter().copied().step_by(4).min().unwrap()
}

fn move_pen(mounted: &Mounted, event: &str, x: f64) {
    page::move_pen(&mounted.only("canvas"), event, x, 0.5);
}

#[wasm_bindgen_test]
async fn it_is_a_picture_with_a_name() {
    for lang in [Lang::Nl, Lang::En] {
        let mounted = Mounted::new(lang, build).await;
        let canvas = mounted.only("canvas");
        assert_eq!((page::role_of(&canvas), page::name_of(&canvas).as_str()), ("img".to_owned(), label(lang)));
        mounted.unmount();
    }
}

#[wasm_bindgen_test]
async fn a_stroke_is_drawn_where_the_pen_went_and_reported_at_its_end() {
    let mounted = Mounted::new(Lang::En, build).await;
    move_pen(&mounted, "pointermove", 0.5);
    move_pen(&mounted, "pointerup", 0.5);
    assert_eq!((darkness(&mounted), mounted.told().len()), (0, 0));
    move_pen(&mounted, "pointerdown", 0.2);
    move_pen(&mounted, "pointermove", 0.8);
    assert!(darkness(&mounted) > 100, "{}", darkness(&mounted));
    assert_eq!(mounted.told(), [""; 0]);
    move_pen(&mounted, "pointerup", 0.8);
    assert_eq!(mounted.told(), ["drew on 900"]);
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn clearing_removes_the_drawing() {
    let mounted = Mounted::new(Lang::En, build).await;
    for (event, x) in [("pointerdown", 0.2), ("pointermove", 0.8), ("pointerup", 0.8)] {
        move_pen(&mounted, event, x);
    }
    mounted.given.value.set("clear".to_owned());
    tick().await;
    assert_eq!(darkness(&mounted), 0);
    mounted.unmount();
}

#[wasm_bindgen_test]
async fn a_stroke_ends_with_its_screen() {
    let mounted = Mounted::new(Lang::En, build).await;
    let canvas = mounted.only("canvas");
    page::move_pen(&canvas, "pointerdown", 0.2, 0.5);
    mounted.leave_screen().await;
    page::move_pen(&canvas, "pointermove", 0.8, 0.5);
    page::move_pen(&canvas, "pointerup", 0.8, 0.5);
    assert_eq!(mounted.told(), [""; 0]);
    mounted.unmount();
}
