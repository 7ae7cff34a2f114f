//! The steps from aligning to covering, and from covering to a document of the application.

use leptos::prelude::*;
use web_sys::HtmlCanvasElement;

use super::canvas::{self, Sketch};
use super::state::RedactorState;
use crate::domain::redaction::{Alignment, Layout, RedactedScan};
use crate::domain::rules::Rule;
use crate::web::wizard::PendingScan;

impl RedactorState {
    /// Continues from aligning to covering, if enough of the photo is left to be legible. Asks once whether the document
    /// is the whole photo, if the photo is as it was.
    pub fn cover(self) {
        let Some(photo) = self.loaded_photo() else { return };
        let (width, height) = canvas::size(&photo);
        let drawing = self.alignment().drawing(width, height, i32::MAX);
        let longest = drawing.width.max(drawing.height);
        let min_side = untrack(|| self.wizard.with_facts(|facts| facts.offer.attachments.min_side));
        if i64::from(longest) < i64::from(min_side) {
            return self.wizard.refuse_file(self.place, (Rule::DocumentTooSmall, min_side.to_string()));
        }
        self.wizard.clear_refused(self.place);
        if self.alignment() == Alignment::default() && !self.is_asked.get_untracked() {
            return self.is_asked.set(true);
        }
        self.is_covering.set(true);
    }

    /// Makes the covered copy, once everything is confirmed, and releases the photo.
    pub fn accept(self) {
        let Self { wizard, place, .. } = self;
        if self.redaction.with_untracked(|redaction| redaction.confirmed().is_none()) {
            self.reveals_open.set(true);
            wizard.announce(self.texts.open.to_owned());
            return self.focus("input[type=checkbox]:not(:checked)");
        }
        if self.is_busy.get_value() {
            return;
        }
        let limits = untrack(|| wizard.with_facts(|facts| facts.offer.attachments.clone()));
        let max_side = i32::try_from(limits.max_side).unwrap_or(i32::MAX);
        let id = self.scan.get_value();
        let covered = wizard.with_scan(&id, |scan| {
            let redacted = self.redact(scan, max_side)?;
            Some((redacted, scan.raw.image().file_name.clone(), scan.replaced.clone()))
        });
        let Some((redacted, file_name, replaced)) = covered.flatten() else { return self.fail() };
        self.is_busy.set_value(true);
        let accepting = wizard.host().accept_scan(redacted, place, file_name.clone(), limits);
        let anchor = wizard.anchor(place);
        wizard.spawn(async move {
            // The applicant may have gone to another screen meanwhile.
            let accepted = accepting.await;
            self.is_busy.try_set_value(false);
            let is_cancelled = wizard.with_scan(&id, |_| ()).is_none();
            match accepted {
                Ok(document) if is_cancelled => wizard.host().release(&document.id),
                Err(_) if is_cancelled => {}
                Ok(document) => {
                    wizard.attach(anchor, document, &replaced);
                    self.close();
                    // If the redactor is not on the screen any more.
                    wizard.drop_scan(&id);
                }
                Err(refusal) => wizard.refuse_file_at(anchor, refusal, &file_name),
            }
        });
    }

    fn redact(self, scan: &PendingScan, max_side: i32) -> Option<RedactedScan<HtmlCanvasElement>> {
        let watermark = self.watermark();
        self.redaction.with_untracked(|redaction| {
            scan.raw.redact(redaction.confirmed()?, |_, layout| {
                let canvas = canvas::canvas()?;
                let Layout { alignment, masks } = layout;
                let sketch = Sketch { alignment: *alignment, max_side, watermark: &watermark, masks };
                canvas::draw(&canvas, &self.loaded_photo()?, &sketch)?;
                Some(canvas)
            })
        })
    }
}
