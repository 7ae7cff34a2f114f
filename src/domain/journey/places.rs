//! Which questions a screen asks.

use crate::domain::application::Requirements;
use crate::domain::rules::{Control, Place, Question, Screen};

/// The screen on which a place is asked, or on which a problem with it can be fixed.
pub fn screen_for(place: Place) -> Screen {
    place.question.row().screen
}

/// The places that this draft asks on a screen, in the order of the questions.
///
/// Questions that are asked of each representative are grouped by representative.
pub fn places(screen: Screen, requirements: &Requirements) -> Vec<Place> {
    let is_here = |question: &Question| {
        let row = question.row();
        row.screen == screen && row.control != Control::None
    };
    let questions: Vec<Question> = Question::ALL.iter().copied().filter(is_here).collect();
    let mut places = Vec::new();
    for group in questions.chunk_by(|one, next| one.has_rows() && next.has_rows()) {
        let has_rows = group.iter().any(|question| question.has_rows());
        let rows = if has_rows { requirements.representatives } else { 1 };
        for row in 0..rows {
            places.extend(group.iter().map(|question| Place::row(*question, row)));
        }
    }
    let is_level_elsewhere = |place: &Place| place.question == Question::Level && requirements.asks_level_first();
    places.retain(|place| requirements.asks(*place) && !is_level_elsewhere(place));
    if screen == Screen::Services && requirements.asks_level_first() {
        places.push(Question::Level.into());
    }
    places
}
