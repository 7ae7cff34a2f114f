//! The steps from aligning to covering, and from covering to a document of the application.

use leptos::prelude::*;
use web_sys::HtmlCanvasElement;

use super::canvas::{self, Sketch};
use super::scan::PendingScan;
use super::state::RedactorState;
use crate::domain::redaction::{Layout, RedactedScan};
use crate::domain::rules::Rule;

impl RedactorState {
    /// Continues from aligning to covering, if enough of the photo is left to be legible.
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
        let covered = self.scans.with_untracked(|scans| {
            let scan = scans.first()?;
            let redacted = self.redact(scan, max_side)?;
            Some((redacted, scan.id(), scan.raw.image().file_name.clone(), scan.replaced.clone()))
        });
        let Some((redacted, id, file_name, replaced)) = covered else { return self.fail() };
        self.is_busy.set_value(true);
        let accepting = wizard.host().accept_scan(redacted, place, file_name.clone(), limits);
        let anchor = wizard.anchor(place);
        wizard.spawn(async move {
            // The applicant may have gone to another screen meanwhile.
            let accepted = accepting.await;
            self.is_busy.set_value(false);
            let is_first = |scans: &Vec<PendingScan>| scans.first().is_some_and(|scan| scan.id() == id);
            let is_cancelled = self.scans.try_with_untracked(|scans| !is_first(scans)).unwrap_or_default();
            match accepted {
                Ok(document) if is_cancelled => wizard.host().release(&document.id),
                Err(_) if is_cancelled => {}
                Ok(document) => {
                    wizard.attach(anchor, document, &replaced);
                    self.close();
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
