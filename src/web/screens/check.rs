//! Step 5: everything on one page, problems first, each part with a link to change it.

use leptos::prelude::*;

use super::{signatory, start};
use crate::domain::draft::DateDraft;
use crate::domain::handover::Party;
use crate::domain::journey::{self, Choice, Screen, Step};
use crate::domain::rules::{Coded, Issue, Place, Question, Rule};
use crate::domain::scheme::{AuthorisationKind, Country, Date, DocumentKind, Level};
use crate::domain::texts::{Phrase, append, date, size};
use crate::web::dom::{Element, IntoChild, dd, div, dl, dt, li, p, section, span, ul};
use crate::web::kit::{ButtonKind, NoticeKind, button, notice, sub_heading};
use crate::web::wizard::Wizard;

/// Answers that have one row: they belong together, and are changed on one screen.
const TOGETHER: [&[Question]; 12] = [
    &[Question::IdentifierKind, Question::OrganisationNumber],
    &[
        Question::RepresentativeGivenNames,
        Question::RepresentativePrefix,
        Question::RepresentativeSurname,
        Question::RepresentativeCapacity,
        Question::RepresentativeAuthority,
    ],
    &[Question::OrganisationName, Question::LegalForm],
    &[Question::Street, Question::HouseNumber, Question::PostalCode, Question::City, Question::Country],
    &[Question::GivenNames, Question::Prefix, Question::Surname],
    &[Question::BirthDate, Question::BirthPlace],
    &[Question::Email, Question::Mobile],
    &[
        Question::IdentityDocumentKind,
        Question::IdentityDocumentCountry,
        Question::IdentityDocumentNumber,
        Question::IdentityDocumentExpiresOn,
    ],
    &[Question::RepresentativeEmail, Question::RepresentativeMobile],
    &[Question::ExtractSource, Question::ExtractIssuedOn],
    &[Question::Level, Question::TermYears, Question::Means, Question::Urgent],
    &[Question::PaymentMethod, Question::InvoiceEmail, Question::InvoiceReference],
];

/// Continues to signing if nothing is left to fix; otherwise moves to the list of problems.
pub(super) fn go_on(wizard: Wizard) {
    match untrack(|| wizard.problems()).first() {
        None => wizard.show(Screen::Sign),
        Some(_) if untrack(|| wizard.signatory()).is_some() => wizard.step_aside(Screen::HandOver),
        Some(first) => {
            wizard.reveal_problems(journey::screen_for(first.place));
            wizard.change_at(first.place);
        }
    }
}

/// The check page.
pub(super) fn check(wizard: Wizard) -> impl IntoChild {
    let sections = move || {
        // Also those that were skipped, because the organisation was looked up or the page had the answers.
        let screens = |step| Screen::ALL.iter().copied().filter(move |screen| screen.step() == step);
        let steps = Step::NUMBERED.into_iter().filter(|step| *step != Step::Check);
        steps.map(|step| part(wizard, step, screens(step))).collect::<Vec<_>>()
    };
    (
        (signatory::not_asked(wizard), signatory::handed(wizard), problems(wizard)),
        sections,
        (start::price(wizard), signatory::not_right(wizard)),
    )
}

/// The answers of one step.
fn part(wizard: Wizard, step: Step, screens: impl Iterator<Item = Screen>) -> Element {
    let places: Vec<Place> = screens.flat_map(|screen| wizard.places(screen)).collect();
    let rows = places.chunk_by(|last, next| are_together(*last, *next)).filter_map(|places| row(wizard, places));
    let signatories = wizard.must_sign().filter(|_| step == Step::Who).map(|words| {
        div().class("check__row").child(dt().child(wizard.phrase(Phrase::MustSign))).child(dd().child(words))
    });
    section()
        .class("check__section")
        .child(sub_heading().class("check__head").child((wizard.texts().step)(step)))
        .child(dl().class("check__list").child(rows.collect::<Vec<_>>()).child(signatories))
}

/// Whether two places have one row.
fn are_together(last: Place, next: Place) -> bool {
    let are_in = |group: &&[Question]| group.contains(&last.question) && group.contains(&next.question);
    last.row == next.row && TOGETHER.iter().any(are_in)
}

/// What is left to fix, each with a link to its question.
fn problems(wizard: Wizard) -> impl IntoChild {
    move || {
        let problems = wizard.problems();
        if problems.is_empty() {
            return notice(NoticeKind::Success).child(p().child(wizard.phrase(Phrase::CheckComplete)));
        }
        let row = |issue: Issue| {
            let place = issue.place;
            let link = button(ButtonKind::Link, move || {
                wizard.reveal_problems(journey::screen_for(place));
                wizard.change_at(place);
            });
            let link = link.attr("data-issue", issue.rule.code()).attr("data-for", place.to_string());
            let words = wizard.listed_sentence(&issue);
            // A signatory gives it back instead of mending it.
            if wizard.signatory().is_some() { li().child(words) } else { li().child(link.child(words)) }
        };
        notice(NoticeKind::Error)
            .child(sub_heading().class("notice__title").child(wizard.phrase(Phrase::CheckProblems)))
            .child(ul().class("problems").child(problems.into_iter().map(row).collect::<Vec<_>>()))
    }
}

/// The answers at these places, with a button that leads to the first of them; nothing if they may be left out and were.
fn row(wizard: Wizard, places: &[Place]) -> Option<Element> {
    let place = *places.first()?;
    let is_signatory = wizard.signatory().is_some();
    let name = match place.question {
        Question::UserEmployed | Question::AuthorisationsManager if is_signatory => {
            format!("{} ({})", wizard.short(place), wizard.party_name(Party::User))
        }
        Question::Level if is_signatory => wizard.short(Question::Means.into()),
        Question::GivenNames if is_signatory => wizard.phrase(Phrase::FormUser).to_owned(),
        Question::GivenNames => wizard.phrase(Phrase::Name).to_owned(),
        Question::RepresentativeGivenNames => {
            wizard.fill(Phrase::Representative, &[("n", &(place.row + 1).to_string())])
        }
        Question::Street => wizard.phrase(Phrase::Address).to_owned(),
        // The number says of which kind it is.
        Question::IdentifierKind => wizard.short(places.last().copied().unwrap_or(place)),
        Question::BirthDate => wizard.phrase(Phrase::Born).to_owned(),
        Question::Email | Question::RepresentativeEmail => wizard.about(place, wizard.phrase(Phrase::Contact)),
        Question::Level if places.len() > 1 => (wizard.texts().screen)(Screen::Contract).title.to_owned(),
        _ => wizard.short(place),
    };
    let mut lines = if places.len() == 1 { answer(wizard, place) } else { together(wizard, places) };
    let is_left_out = lines.is_empty() && place.question.row().is_optional;
    // Nobody gets here who is not the user.
    // A signatory is not asked whether they are one.
    let is_about_you = is_signatory && place.question == Question::RepresentativeIsUser;
    if is_left_out || is_about_you || place.question == Question::UserIsApplicant {
        return None;
    }
    if lines.is_empty() {
        lines.push(wizard.phrase(Phrase::NotAnswered).to_owned());
    }
    let lines = lines.into_iter().map(|line| span().class("check__line").child(line)).collect::<Vec<_>>();
    if is_signatory {
        let lines = dd().child(lines).child(signatory::files(wizard, place));
        return Some(div().class("check__row").child(dt().child(name)).child(lines));
    }
    let change = button(ButtonKind::Link, move || wizard.change_at(place))
        .attr("data-action", format!("change:{place}"))
        .attr("aria-label", wizard.fill(Phrase::ChangeNamed, &[("what", &name)]))
        .child(wizard.phrase(Phrase::Change));
    let row = div().class("check__row").child(dt().child(name)).child(dd().child(lines));
    Some(row.child(dd().class("check__change").child(change)))
}

/// The answers at these places, in one line where they are short; no line if there are none.
pub(super) fn together(wizard: Wizard, places: &[Place]) -> Vec<String> {
    use Question as Q;
    let mut text = String::new();
    for place in places {
        let between = match place.question {
            Q::IdentifierKind => continue,
            Q::Urgent => {
                if wizard.answer(*place) == true.to_code() {
                    append(&mut text, ", ", &wizard.short(*place).to_ascii_lowercase());
                }
                continue;
            }
            Q::Prefix | Q::Surname | Q::RepresentativePrefix | Q::RepresentativeSurname | Q::HouseNumber | Q::City => {
                " "
            }
            Q::Mobile | Q::RepresentativeMobile => "\n",
            Q::IdentityDocumentExpiresOn => &format!(", {} ", wizard.short(*place).to_ascii_lowercase()),
            _ => ", ",
        };
        answer(wizard, *place).iter().for_each(|answer| append(&mut text, between, answer));
    }
    text.lines().map(str::to_owned).collect()
}

/// The answer at a place, in words.
pub(super) fn answer(wizard: Wizard, place: Place) -> Vec<String> {
    let texts = wizard.texts();
    if DocumentKind::of_question(place.question).is_some() {
        let lang = wizard.lang();
        return wizard.with_draft(|draft| {
            let files = draft.documents_at(place);
            files.map(|file| format!("{} ({})", file.file_name, size(lang, file.size_bytes))).collect()
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
        let DateDraft { day, month, year } = &typed;
        return match Date::parse_parts(day, month, year) {
            Err(Rule::Required) => Vec::new(),
            Ok(day) => vec![date(texts, &day)],
            // A day or month may be unknown.
            Err(_) => vec![[day, month, year].map(String::as_str).join("-")],
        };
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
    let option = wizard.options(place.question).into_iter().find(|(code, _)| *code == answer);
    let answer = match option {
        // What follows the yes or no only repeats the question.
        Some((_, choice @ Choice::Bool(..))) => {
            (texts.choice)(choice).label.split(',').take(1).map(str::to_owned).collect()
        }
        Some((_, choice)) => (texts.choice)(choice).label,
        None => answer,
    };
    answer.lines().map(str::to_owned).collect()
}

/// The choices of step 1, by name.
pub(super) fn chosen_names(wizard: Wizard) -> Vec<String> {
    let lang = wizard.lang();
    let purpose = wizard.with_draft(|draft| draft.purpose.clone());
    wizard.with_facts(|facts| match purpose.authorisation.kind {
        Some(AuthorisationKind::Services) if !facts.catalogue.is_empty() => {
            let found = purpose.authorisation.services.iter().filter_map(|id| facts.catalogue.service(id));
            found.map(|found| format!("{} ({})", found.service.name(lang), found.provider.name(lang))).collect()
        }
        Some(AuthorisationKind::Providers) if !facts.catalogue.is_empty() => {
            let found = purpose.authorisation.providers.iter().filter_map(|oin| facts.catalogue.provider(oin));
            found.map(|provider| wizard.fill(Phrase::AllServicesOf, &[("provider", provider.name(lang))])).collect()
        }
        Some(AuthorisationKind::All) => {
            vec![(wizard.texts().choice)(Choice::AuthorisationKind(AuthorisationKind::All)).label]
        }
        Some(_) => purpose.described_services.lines().map(str::to_owned).collect(),
        None => Vec::new(),
    })
}
