//! The pages of a PDF, of which the applicant chooses those that show the identity document.

use std::rc::Rc;

use leptos::prelude::*;

use crate::domain::texts::Phrase;
use crate::web::dom::{Element, div, img, li, p, span, ul};
use crate::web::kit::{ButtonKind, button};
use crate::web::wizard::{Pages, Wizard};

/// How many pages are offered.
const MAX_PAGES: u32 = 12;

/// Resolution of the small pictures, in dots per inch.
const SMALL: u32 = 24;

/// A list of the pages. `use_page` gets the number of a page, counted from 0.
pub(super) fn pdf_pages(wizard: Wizard, pages: Rc<dyn Pages>, use_page: Callback<u32>, done: Callback<()>) -> Element {
    let previews = RwSignal::new(Vec::<Preview>::new());
    on_cleanup(move || {
        let shown = previews.try_update_untracked(std::mem::take).unwrap_or_default();
        shown.iter().for_each(|preview| wizard.host().release(&preview.id));
    });
    let count = pages.count().min(MAX_PAGES);
    wizard.spawn(async move {
        for page in 0..count {
            let Ok(picture) = pages.draw(page, SMALL).await else { return };
            let photo = picture.image();
            let preview = Preview { id: photo.id.clone(), address: photo.address.clone() };
            if previews.try_update(|previews| previews.push(preview.clone())).is_none() {
                // The list is gone meanwhile.
                return wizard.host().release(&preview.id);
            }
        }
    });
    let row = move |page: u32| {
        let values = [("n", &*(page + 1).to_string()), ("total", &*count.to_string())];
        let words = wizard.fill(Phrase::PageOf, &values);
        let picture = move || {
            let at = usize::try_from(page).ok()?;
            let address = previews.with(|previews| previews.get(at).map(|preview| preview.address.clone()))?;
            Some(img().class("file__preview file__preview--page").attr("src", address).attr("alt", ""))
        };
        let choose = button(ButtonKind::Quiet, move || use_page.run(page))
            .attr("data-action", format!("page:{}", page + 1))
            .attr("aria-label", [wizard.phrase(Phrase::UsePage), ": ", &words].concat())
            .child(wizard.phrase(Phrase::UsePage));
        li().class("file").child(picture).child(span().class("file__text").child(words)).child(choose)
    };
    let done = button(ButtonKind::Secondary, move || done.run(()))
        .attr("data-action", "pages:done")
        .child(wizard.phrase(Phrase::PagesDone));
    div()
        .child(p().child(wizard.phrase(Phrase::ChoosePages)))
        .child(ul().class("files").child((0..count).map(row).collect::<Vec<_>>()))
        .child(done)
}

/// The small picture of a page.
#[derive(Clone)]
struct Preview {
    id: String,
    address: String,
}
