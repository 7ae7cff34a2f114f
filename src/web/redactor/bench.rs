//! The bench: a copy, first laid straight in its frame, then covered.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{HtmlCanvasElement, HtmlElement, HtmlImageElement};

use super::canvas::{self, Sketch};
use super::piece::{Drag, Piece};
use super::{Sheet, Sheets, views};
use crate::domain::redaction::{Area, Preset, Redaction, zones};
use crate::domain::rules::{Place, Question, Rule};
use crate::domain::texts::{self, Phrase, RedactorText, fill};
use crate::web::kit::ElementRef;
use crate::web::reactive::{State, effect};
use crate::web::wizard::Wizard;

/// The longest side of what is shown while aligning and covering, in pixels.
const SHOWN: i32 = 1600;

/// Everything about one copy that is being covered.
pub(super) struct Work {
    pub wizard: Wizard,
    pub place: Place,
    pub sheets: Sheets,
    pub texts: &'static RedactorText,
    pub preset: Preset,
    pub redaction: Redaction,
    /// The mask that was worked on last.
    pub chosen: usize,
    pub drag: Option<Drag>,
    /// Whether something is left to confirm after all.
    pub is_wrong: bool,
    is_busy: bool,
    /// How large the copy is shown, in percent of the room there is.
    pub zoom: i32,
}

/// One copy being covered. A handle: copies are the same bench. All is in one value, so that it is handed on cheaply.
#[derive(Clone, Copy)]
pub(super) struct Bench {
    pub work: State<Work>,
    /// Whether the frame is done with.
    pub is_covering: State<bool>,
    pub root: ElementRef,
    pub photo: ElementRef,
    pub canvas: ElementRef,
}

/// The redactor, for the first of the copies.
pub fn view(wizard: Wizard, place: Place, sheets: Sheets) -> AnyView {
    let preset = wizard.with_draft(|draft| match place.question {
        Question::UserIdCopy => {
            let (document, is_first) = (&draft.user.identity_document, draft.documents_at(place).next().is_none());
            Preset::likely(document.kind, &document.country, is_first)
        }
        _ => Preset::Passport,
    });
    let demanded = wizard.with_facts(|facts| zones(&facts.offer.shielding));
    let masks = preset.masks(&demanded);
    let bench = Bench {
        work: State::new(Work {
            wizard,
            place,
            sheets,
            texts: texts::redactor(wizard.lang()),
            preset,
            redaction: Redaction::new(demanded, masks),
            chosen: 0,
            drag: None,
            is_wrong: false,
            is_busy: false,
            zoom: 100,
        }),
        is_covering: State::new(false),
        root: ElementRef::new(),
        photo: ElementRef::new(),
        canvas: ElementRef::new(),
    };
    effect(move || {
        bench.is_covering.get();
        if bench.canvas.get().is_some() {
            bench.show();
        }
    });
    views::redactor(bench)
}

impl Work {
    /// Where a piece is, if it is there.
    pub fn area(&self, piece: Piece) -> Option<Area> {
        match piece {
            Piece::Frame => Some(self.redaction.alignment().frame()),
            Piece::Mask(id) => self.redaction.mask(id).map(|mask| mask.area),
        }
    }

    /// Notes what there is before a change.
    pub fn mark(&mut self, piece: Piece) {
        if piece != Piece::Frame {
            self.redaction.mark();
        }
    }

    /// Puts a piece elsewhere.
    pub fn put(&mut self, piece: Piece, area: Area) {
        match piece {
            Piece::Frame => self.redaction.align(self.redaction.alignment().framed(area)),
            Piece::Mask(id) => self.redaction.place(id, area),
        }
    }

    /// What a piece is, in a word or two.
    pub fn name(&self, piece: Piece) -> String {
        let Piece::Mask(id) = piece else { return self.texts.frame.to_owned() };
        match self.redaction.mask(id).and_then(|mask| mask.zone) {
            Some(zone) => views::zone_name(self.texts, zone).to_owned(),
            None => fill(self.texts.mask, &[("n", &(id + 1).to_string())]),
        }
    }

    /// What a piece is, where it is and how large.
    pub fn describe(&self, piece: Piece) -> String {
        let Some(area) = self.area(piece) else { return String::new() };
        let [left, top, width, height] =
            [area.left(), area.top(), area.width(), area.height()].map(|part| (part / 100).to_string());
        let what = self.name(piece);
        fill(
            self.texts.place,
            &[("what", &what), ("left", &left), ("top", &top), ("width", &width), ("height", &height)],
        )
    }

    /// What is written over the copy.
    fn watermark(&self) -> String {
        let (wizard, texts) = (self.wizard, self.texts);
        untrack(|| {
            let date = texts::date(wizard.texts(), &wizard.host().today());
            let supplier = wizard.with_facts(|facts| facts.offer.supplier.name.clone());
            fill(texts.watermark, &[("supplier", &supplier), ("date", &date)])
        })
    }
}

impl Bench {
    /// Changes the work. One piece of code for all changes: see `views`.
    #[inline(never)]
    pub fn change(self, change: &mut dyn FnMut(&mut Work)) {
        self.work.try_update(|work| change(work));
    }

    /// Reads the work, and listens.
    #[inline(never)]
    pub fn read(self, read: &mut dyn FnMut(&Work)) {
        self.work.with(|work| read(work));
    }

    /// Looks at the work without listening.
    #[inline(never)]
    pub fn look(self, look: &mut dyn FnMut(&Work)) {
        self.work.try_with_untracked(|work| look(work));
    }

    /// The wizard, and the place of the copy in it.
    #[inline(never)]
    pub fn home(self) -> (Wizard, Place) {
        self.work.with_untracked(|work| (work.wizard, work.place))
    }

    fn photo(self) -> Option<HtmlImageElement> {
        // A photo that is not there yet has no width.
        let photo: HtmlImageElement = self.photo.get_untracked()?.dyn_into().ok()?;
        (photo.natural_width() > 0).then_some(photo)
    }

    /// Draws what is to be seen now.
    pub fn show(self) {
        let canvas = self.canvas.get_untracked().and_then(|canvas| canvas.dyn_into::<HtmlCanvasElement>().ok());
        let (Some(canvas), Some(photo)) = (canvas, self.photo()) else { return };
        let is_covering = self.is_covering.get_untracked();
        let mut is_drawn = false;
        self.look(&mut |work| {
            let (alignment, watermark) = match is_covering {
                true => (work.redaction.alignment(), work.watermark()),
                // The frame lies over the whole photo.
                false => (work.redaction.alignment().framed(Area::WHOLE), String::new()),
            };
            let sketch = Sketch { alignment, max_side: SHOWN, watermark: &watermark, masks: &[] };
            is_drawn = canvas::draw(&canvas, &photo, &sketch).is_some();
        });
        if !is_drawn {
            self.fail();
        }
    }

    /// Says where a piece is now.
    pub fn say(self, piece: Piece) {
        self.look(&mut |work| work.wizard.announce(work.describe(piece)));
    }

    /// Adds a mask and goes to it.
    pub fn add(self) {
        let mut added = None;
        self.change(&mut |work| added = work.redaction.add());
        if let Some(id) = added {
            self.say(Piece::Mask(id));
            spawn_local(async move {
                // It is seen after this turn only, and what is not seen takes no focus.
                leptos::task::tick().await;
                self.focus(&["[data-piece='", &id.to_string(), "']"].concat());
            });
        }
    }

    /// Takes a mask away; the focus goes to another one, or to the button that adds one.
    pub fn remove(self, id: usize) {
        let mut next = None;
        self.change(&mut |work| {
            if work.redaction.mask(id).is_some() {
                let name = work.name(Piece::Mask(id));
                untrack(|| work.wizard.announce(work.wizard.fill(Phrase::Removed, &[("name", &name)])));
                work.redaction.remove(id);
            }
            next = work.redaction.masks().first().map(|mask| mask.id);
        });
        match next {
            Some(next) => self.focus(&["[data-piece='", &next.to_string(), "']"].concat()),
            None => self.focus("[data-action='mask:add']"),
        }
    }

    /// Moves the focus within the redactor.
    fn focus(self, selector: &str) {
        focus(self.root.get_untracked().as_deref(), selector);
    }

    /// From the frame to covering, when enough of the photo is left to be read.
    pub fn cover(self) {
        let Some(photo) = self.photo() else { return };
        let (wizard, place) = self.home();
        let (width, height) = canvas::size(&photo);
        let mut longest = 0;
        self.look(&mut |work| {
            let drawing = work.redaction.alignment().drawing(width, height, i32::MAX);
            longest = drawing.width.max(drawing.height);
        });
        let min_side = untrack(|| wizard.with_facts(|facts| facts.offer.attachments.min_side));
        if i64::from(longest) < i64::from(min_side) {
            return wizard.refuse_file(place, (Rule::DocumentTooSmall, min_side.to_string()));
        }
        wizard.clear_refused(place);
        self.is_covering.set(true);
    }

    /// Makes the covered copy, once everything is confirmed, and lets go of the photo.
    pub fn accept(self) {
        let (mut is_open, mut is_busy) = (false, false);
        self.look(&mut |work| (is_open, is_busy) = (!work.redaction.open().is_empty(), work.is_busy));
        let (wizard, place) = self.home();
        if is_open {
            self.change(&mut |work| {
                work.is_wrong = true;
                wizard.announce(work.texts.open.to_owned());
            });
            return self.focus("input[type=checkbox]:not(:checked)");
        }
        if is_busy {
            return;
        }
        let limits = untrack(|| wizard.with_facts(|facts| facts.offer.attachments.clone()));
        let max_side = i32::try_from(limits.max_side).unwrap_or(i32::MAX);
        let mut covered = None;
        self.look(&mut |work| {
            covered = work.sheets.with_untracked(|sheets| {
                let sheet = sheets.first()?;
                let redacted = sheet.scan.redact(&work.redaction, |_, masks| {
                    let canvas = canvas::canvas()?;
                    let watermark = work.watermark();
                    let sketch =
                        Sketch { alignment: work.redaction.alignment(), max_side, watermark: &watermark, masks };
                    canvas::draw(&canvas, &self.photo()?, &sketch)?;
                    Some(canvas)
                });
                Some((redacted?, sheet.scan.image().file_name.clone(), sheet.replaced.clone()))
            });
        });
        let Some((redacted, file_name, replaced)) = covered else { return self.fail() };
        self.change(&mut |work| work.is_busy = true);
        let taking = wizard.host().take_scan(redacted, place, file_name, limits);
        spawn_local(async move {
            let taken = taking.await;
            self.change(&mut |work| work.is_busy = false);
            match taken {
                _ if !wizard.is_alive() => {}
                Ok(document) => {
                    wizard.attach(place, document, &replaced);
                    self.close();
                }
                Err(refusal) => wizard.refuse_file(place, refusal),
            }
        });
    }

    /// The photo cannot be worked on.
    pub fn fail(self) {
        let (wizard, place) = self.home();
        self.close();
        wizard.refuse_file(place, (Rule::DocumentNotDrawn, String::new()));
    }

    /// Lets go of the photo; the next copy takes its turn.
    pub fn close(self) {
        let slot = self.root.get_untracked().and_then(|root| root.closest("[data-place]").ok().flatten());
        let Some((wizard, sheets)) = self.work.try_with_untracked(|work| (work.wizard, work.sheets)) else { return };
        let mut first = None;
        sheets.update(|sheets| first = (!sheets.is_empty()).then(|| sheets.remove(0)));
        if let Some(first) = first {
            wizard.host().release(&Sheet::id(&first));
        }
        focus(slot.as_ref(), "input[type=file]");
    }
}

fn focus(within: Option<&web_sys::Element>, selector: &str) {
    let found = within.and_then(|within| within.query_selector(selector).ok().flatten());
    if let Some(control) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        control.focus().ok();
    }
}
