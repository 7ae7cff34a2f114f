//! Step 5: everything on one page, problems first, each part with a way to change it.

use leptos::prelude::*;

use super::start;
use crate::domain::journey::{self, Screen, Step};
use crate::domain::rules::{Place, Question};
use crate::domain::scheme::{AuthorisationKind, Country, Date, DocumentKind, Level};
use crate::domain::texts::{Phrase, date, size};
use crate::web::kit::{NoticeKind, button, dynamic, element, group, notice, paragraph};
use crate::web::wizard::Wizard;

/// On to signing when nothing is left to mend; else to the list of what is.
pub(super) fn go_on(wizard: Wizard) {
    match untrack(|| wizard.problems()).first() {
        None => wizard.show(Screen::Sign),
        Some(first) => {
            wizard.shows_problems(journey::screen_of(first.place));
            wizard.change_at(first.place);
        }
    }
}

/// The check page.
pub(super) fn check(wizard: Wizard) -> AnyView {
    let sections = dynamic(move || {
        let screens = wizard.journey().with(|journey| journey.screens().to_vec());
        let steps = Step::NUMBERED.into_iter().filter(|step| *step != Step::Check);
        group(steps.map(|step| section(wizard, step, screens.iter().filter(|screen| screen.step() == step))))
    });
    group([problems(wizard), sections, start::price(wizard)])
}

fn section<'a>(wizard: Wizard, step: Step, screens: impl Iterator<Item = &'a Screen>) -> AnyView {
    let places = screens.flat_map(|screen| match screen {
        Screen::Level => vec![Question::Level.into()],
        screen => {
            let mut places = wizard.places(*screen);
            places.retain(|place| place.question != Question::Level);
            places
        }
    });
    element("section", "check__section")
        .child(element("h3", "check__head").text((wizard.texts().step)(step)).view())
        .child(element("dl", "check__list").children(places.map(|place| row(wizard, place))).view())
        .view()
}

fn problems(wizard: Wizard) -> AnyView {
    dynamic(move || {
        let problems = wizard.problems();
        if problems.is_empty() {
            let words = paragraph("", wizard.phrase(Phrase::CheckComplete));
            return notice(NoticeKind::Success, false).child(words).view();
        }
        let rows = problems.into_iter().map(|issue| {
            let place = issue.place;
            let link = button("link", "", move || {
                wizard.shows_problems(journey::screen_of(place));
                wizard.change_at(place);
            });
            let link = link.attr("data-issue", issue.rule.code()).attr("data-for", place.to_string());
            element("li", "").child(link.text(wizard.sentence(&issue)).view()).view()
        });
        notice(NoticeKind::Error, false)
            .child(element("h3", "notice__title").text(wizard.phrase(Phrase::CheckProblems)).view())
            .child(element("ul", "problems").children(rows).view())
            .view()
    })
}

fn row(wizard: Wizard, place: Place) -> AnyView {
    let name = wizard.short(place);
    let mut lines = answer(wizard, place);
    if lines.is_empty() {
        lines.push(wizard.phrase(Phrase::NotAnswered).to_owned());
    }
    let lines = lines.into_iter().map(|line| element("span", "check__line").text(line).view());
    let change = button("link", ["change:", &place.to_string()].concat(), move || wizard.change_at(place))
        .attr("aria-label", wizard.fill(Phrase::ChangeNamed, &[("what", &name)]))
        .text(wizard.phrase(Phrase::Change));
    element("div", "check__row")
        .child(element("dt", "").text(name).view())
        .child(element("dd", "").children(lines).view())
        .child(element("dd", "check__change").child(change.view()).view())
        .view()
}

/// The answer at a place, in words.
fn answer(wizard: Wizard, place: Place) -> Vec<String> {
    let texts = wizard.texts();
    if DocumentKind::of_question(place.question).is_some() {
        let lang = wizard.lang();
        return wizard.with_draft(|draft| {
            let files = draft.documents_at(place);
            files.map(|file| [file.file_name.as_str(), " (", &size(lang, file.size_bytes), ")"].concat()).collect()
        });
    }
    match place.question {
        Question::Services | Question::Providers => return chosen_names(wizard),
        Question::Level => {
            let level = wizard.with_requirements(|requirements| requirements.level);
            return level.map(|level: Level| level.code().to_owned()).into_iter().collect();
        }
        _ => {}
    }
    let typed = wizard.with_draft(|draft| draft.date(place.question).cloned());
    if let Some(typed) = typed {
        let parsed = Date::parse_parts(&typed.day, &typed.month, &typed.year);
        return parsed.map(|day| date(texts, &day)).into_iter().collect();
    }
    let answer = wizard.answer(place);
    if answer.is_empty() {
        return Vec::new();
    }
    if matches!(place.question, Question::Country | Question::IdentityDocumentCountry) {
        return Country::parse(&answer)
            .map(|_| wizard.host().country_name(&answer, wizard.lang()))
            .into_iter()
            .collect();
    }
    let options = wizard.with_requirements(|requirements| journey::options(place.question, requirements));
    let option = options.into_iter().find(|(code, _)| *code == answer);
    vec![option.map_or(answer, |(_, choice)| (texts.choice)(choice).label.to_owned())]
}

/// What was chosen in step 1, by name.
pub(super) fn chosen_names(wizard: Wizard) -> Vec<String> {
    let lang = wizard.lang();
    wizard.with_requirements(|requirements| {
        let purpose = &requirements.draft.purpose;
        let catalogue = &requirements.facts.catalogue;
        match purpose.authorisation.kind {
            Some(AuthorisationKind::Services) if !catalogue.is_empty() => {
                let found = purpose.authorisation.services.iter().filter_map(|id| catalogue.service(id));
                found.map(|found| [found.service.name(lang), " (", found.provider.name(lang), ")"].concat()).collect()
            }
            Some(AuthorisationKind::Providers) if !catalogue.is_empty() => {
                let found = purpose.authorisation.providers.iter().filter_map(|oin| catalogue.provider(oin));
                found.map(|provider| wizard.fill(Phrase::AllServicesOf, &[("provider", provider.name(lang))])).collect()
            }
            Some(AuthorisationKind::All) => {
                let words =
                    (wizard.texts().choice)(crate::domain::journey::Choice::AuthorisationKind(AuthorisationKind::All));
                vec![words.label.to_owned()]
            }
            Some(_) if !purpose.described_services.is_empty() => vec![purpose.described_services.clone()],
            _ => Vec::new(),
        }
    })
}
