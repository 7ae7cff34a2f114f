//! The contract, the identification and the price.

use eherkenning_wizard::domain::application::{Application, Facts, Price, PriceOf, Requirements};
use eherkenning_wizard::domain::catalogue::Catalogue;
use eherkenning_wizard::domain::draft::{Draft, PriceDraft};
use eherkenning_wizard::domain::rules::Rule;
use eherkenning_wizard::domain::scheme::{
    AuthorisationKind, Cents, ExtractSource, IdentificationMethod, Level, Means, PaymentMethod,
};

use crate::case::{Case, check};
use crate::common::{facts, sole_director};
use crate::starts::{BSN, at, fiscal};

fn term_cases() -> Vec<Case> {
    let years = |level, years: Option<u8>, rule: Option<Rule>| {
        let case = Case::new(&format!("{years:?} years at {level:?}"), at(level));
        let case = case.but(|draft| draft.contract.term_years = years);
        rule.into_iter().fold(case, |case, rule| case.breaks(&[("contract.term_years", rule)]))
    };
    let mut cases: Vec<Case> = [1, 3, 5].map(|length| years(Level::Eh3, Some(length), None)).to_vec();
    cases.extend([0, 2, 4].map(|length| years(Level::Eh3, Some(length), Some(Rule::TermNotOffered))));
    cases.extend([6, 255].map(|length| years(Level::Eh3, Some(length), Some(Rule::TermTooLong))));
    cases.extend([
        years(Level::Eh4, Some(3), None),
        years(Level::Eh4, Some(5), Some(Rule::TermNotOffered)),
        years(Level::Eh3, None, Some(Rule::Required)),
        years(Level::Eh3, Some(6), Some(Rule::TermTooLong)).offer(|offer| {
            let terms = offer.levels.iter_mut().flat_map(|level| &mut level.terms);
            terms.for_each(|term| term.years += 1);
        }),
    ]);
    cases
}

fn means_cases() -> Vec<Case> {
    let means = |level, means: Option<Means>, rule: Option<Rule>| {
        let case = Case::new(&format!("{means:?} at {level:?}"), at(level));
        let case = case.but(|draft| draft.contract.means = means);
        rule.into_iter().fold(case, |case, rule| case.breaks(&[("contract.means", rule)]))
    };
    let not_here = Some(Rule::MeansNotOffered);
    vec![
        means(Level::Eh2Plus, Some(Means::Sms), None),
        means(Level::Eh2Plus, Some(Means::Token), not_here),
        means(Level::Eh3, Some(Means::Token), None),
        means(Level::Eh3, Some(Means::Certificate), not_here),
        means(Level::Eh4, Some(Means::Certificate), None),
        means(Level::Eh4, Some(Means::Sms), not_here),
        means(Level::Eh3, None, Some(Rule::Required)),
    ]
}

fn identification_cases() -> Vec<Case> {
    let by = |level, method: Option<IdentificationMethod>, rule: Option<Rule>| {
        let case = Case::new(&format!("{method:?} at {level:?}"), at(level));
        let case = case.but(|draft| draft.identification.method = method);
        rule.into_iter().fold(case, |case, rule| case.breaks(&[("identification.method", rule)]))
    };
    vec![
        by(Level::Eh3, Some(IdentificationMethod::App), None),
        by(Level::Eh3, Some(IdentificationMethod::Visit), None),
        by(Level::Eh3, Some(IdentificationMethod::Copy), Some(Rule::IdentificationNotOffered)),
        by(Level::Eh3, None, Some(Rule::Required)),
        by(Level::Eh2Plus, None, None),
        by(Level::Eh4, Some(IdentificationMethod::App), None),
    ]
}

fn urgent_cases() -> Vec<Case> {
    let urgent = |urgent, rule: Option<Rule>| {
        let case = Case::new(&format!("urgent: {urgent:?}"), sole_director());
        let case = case.but(|draft| draft.contract.urgent = urgent);
        rule.into_iter().fold(case, |case, rule| case.breaks(&[("contract.urgent", rule)]))
    };
    vec![
        urgent(Some(true), None),
        urgent(None, Some(Rule::Required)),
        urgent(Some(true), Some(Rule::UrgentNotOffered)).offer(|offer| offer.urgent = None),
        urgent(Some(false), None).offer(|offer| offer.urgent = None),
        urgent(None, None).offer(|offer| offer.urgent = None),
    ]
}

fn payment_cases() -> Vec<Case> {
    let invoice = |path: &str, text: &str, rule| {
        let mut draft = sole_director();
        draft.contract.payment.method = Some(PaymentMethod::Invoice);
        Case::typed(draft, path, text, rule)
    };
    let (email, reference) = ("contract.payment.invoice_email", "contract.payment.reference");
    vec![
        invoice(email, "", None),
        invoice(email, "geld@voorbeeld.example", None),
        invoice(email, "geld", Some(Rule::EmailShape)),
        invoice(reference, "", None),
        invoice(reference, &"a".repeat(40), None),
        invoice(reference, &"a".repeat(41), Some(Rule::TooLong)),
        invoice(reference, BSN, Some(Rule::BsnNotAllowed)),
        invoice(reference, "<i>", Some(Rule::TextCharacters)),
        Case::typed(sole_director(), reference, BSN, None),
        Case::new("no payment method", sole_director())
            .but(|draft| draft.contract.payment.method = None)
            .breaks(&[("contract.payment.method", Rule::Required)]),
        Case::new("a payment method that is not offered", sole_director())
            .offer(|offer| offer.payment_methods = vec![PaymentMethod::Invoice])
            .breaks(&[("contract.payment.method", Rule::PaymentNotOffered)]),
    ]
}

fn price_cases() -> Vec<Case> {
    let price = |total, vat, rule: Option<Rule>| {
        let price = PriceDraft { total_cents: Cents(total), vat_cents: Cents(vat) };
        let case = Case::new(&format!("{total} with {vat} VAT"), sole_director());
        let case = case.but(|draft| draft.contract.price = Some(price));
        rule.into_iter().fold(case, |case, rule| case.breaks(&[("contract.price", rule)]))
    };
    let differs = Some(Rule::PriceDiffers);
    vec![
        price(13613, 2363, None),
        price(13612, 2363, differs),
        price(13614, 2363, differs),
        price(13613, 2362, differs),
        price(0, 0, differs),
        price(-13613, -2363, differs),
        price(13613, 2363, differs).offer(|offer| offer.vat_percent = 9),
        Case::signed("an answer changed after signing", &sole_director())
            .but(|draft| draft.contract.urgent = Some(true))
            .breaks(&[("contract.price", Rule::PriceDiffers)]),
        Case::signed("no price in a finished application", &sole_director())
            .but(|draft| draft.contract.price = None)
            .breaks(&[("contract.price", Rule::Required)]),
    ]
}

pub fn cases() -> Vec<Case> {
    [term_cases(), means_cases(), identification_cases(), urgent_cases(), payment_cases(), price_cases()].concat()
}

#[test]
fn a_term_is_offered_and_at_most_five_years() {
    check(term_cases());
}

#[test]
fn a_means_is_offered_at_the_level() {
    check(means_cases());
}

#[test]
fn identification_is_asked_when_there_is_a_choice() {
    check(identification_cases());
}

#[test]
fn urgent_handling_is_asked_when_it_is_offered() {
    check(urgent_cases());
}

#[test]
fn an_invoice_has_its_own_questions() {
    check(payment_cases());
}

#[test]
fn the_price_follows_from_the_offer() {
    check(price_cases());
}

/// The lines of the price, and the total including VAT.
fn bill(draft: &Draft) -> (Vec<(PriceOf, i64)>, i64) {
    let facts = facts();
    let price = Price::of(draft, &facts, &Requirements::of(draft, &facts)).unwrap();
    (price.lines.iter().map(|line| (line.of, line.amount.0)).collect(), price.total.0)
}

#[test]
fn the_price_has_a_line_for_everything_that_costs_money() {
    use PriceOf::{Authorisations, Extract, Identification, Means, Urgent};
    assert_eq!(bill(&sole_director()), (vec![(Means, 9900), (Identification, 1000), (Extract, 350)], 13613));
    assert_eq!(bill(&at(Level::Eh2Plus)), (vec![(Means, 6000), (Extract, 350)], 7684));
    assert_eq!(bill(&fiscal()), (vec![(Means, 9900), (Identification, 1000)], 13189));
    let mut draft = sole_director();
    draft.authority_proof.extract = Some(ExtractSource::Attached);
    draft.contract.urgent = Some(true);
    draft.identification.method = Some(IdentificationMethod::Visit);
    assert_eq!(bill(&draft), (vec![(Means, 9900), (Identification, 2665), (Urgent, 5000)], 21254));
    for (count, lines) in [(25, 3), (26, 4)] {
        let mut draft = sole_director();
        draft.purpose.level = Some(Level::Eh3);
        draft.purpose.authorisation.services = (0..count).map(|number| format!("{number}")).collect();
        let extra = bill(&draft).0.into_iter().find(|(of, _)| *of == Authorisations);
        assert_eq!((bill(&draft).0.len(), extra), (lines, (count > 25).then_some((Authorisations, 500))));
    }
}

#[test]
fn providers_cost_as_much_as_services_and_all_services_nothing_extra() {
    let extra = |kind: AuthorisationKind, count: usize| {
        let mut draft = sole_director();
        draft.purpose.level = Some(Level::Eh3);
        draft.purpose.authorisation.kind = Some(kind);
        draft.purpose.authorisation.providers = (0..count).map(|number| format!("{number}")).collect();
        bill(&draft).0.into_iter().find(|(of, _)| *of == PriceOf::Authorisations).map(|(_, cents)| cents)
    };
    assert_eq!(extra(AuthorisationKind::Providers, 25), None);
    assert_eq!(extra(AuthorisationKind::Providers, 27), Some(1000));
    // Providers that were chosen before "all services".
    assert_eq!(extra(AuthorisationKind::All, 27), None);
}

#[test]
fn services_that_are_not_sent_cost_nothing() {
    let mut draft = sole_director();
    draft.purpose.level = Some(Level::Eh3);
    draft.purpose.authorisation.services = (0..40).map(|number| format!("{number}")).collect();
    let facts = Facts { catalogue: Catalogue::empty(), ..facts() };
    let price = Price::of(&draft, &facts, &Requirements::of(&draft, &facts)).unwrap();
    assert!(price.lines.iter().all(|line| line.of != PriceOf::Authorisations));
}

#[test]
fn there_is_no_price_until_level_and_term_are_known() {
    for change in [
        |draft: &mut Draft| draft.contract.term_years = None,
        |draft: &mut Draft| {
            draft.purpose.authorisation.services.clear();
        },
    ] {
        let mut draft = sole_director();
        change(&mut draft);
        let facts = facts();
        assert_eq!(Price::of(&draft, &facts, &Requirements::of(&draft, &facts)), None);
        assert!(Application::parse(&draft, &facts).is_err());
    }
}

#[test]
fn until_everything_is_answered_the_price_is_between_two_bounds() {
    let facts = facts();
    let bounds = |draft: &Draft| {
        Price::bounds(draft, &facts, &Requirements::of(draft, &facts)).map(|(least, most)| (least.0, most.0))
    };
    let with_vat = |cents: i64| Cents(cents).plus_vat(facts.offer.vat_percent).0;
    let mut draft = sole_director();
    assert_eq!(bounds(&draft), Some((13613, 13613)));
    draft.contract.urgent = None;
    assert_eq!(bounds(&draft), Some((13613, with_vat(9900 + 1000 + 350 + 5000))));
    draft.authority_proof.extract = None;
    assert_eq!(bounds(&draft), Some((with_vat(9900 + 1000), with_vat(9900 + 1000 + 350 + 5000))));
    draft.identification.method = None;
    assert_eq!(bounds(&draft), Some((with_vat(9900 + 1000), with_vat(9900 + 2665 + 350 + 5000))));
    draft.contract.term_years = None;
    assert_eq!(bounds(&draft), Some((with_vat(3900 + 1000), with_vat(14900 + 2665 + 350 + 5000))));
    draft.contract.urgent = Some(true);
    draft.authority_proof.extract = Some(ExtractSource::Fetched);
    assert_eq!(bounds(&draft), Some((with_vat(3900 + 1000 + 350 + 5000), with_vat(14900 + 2665 + 350 + 5000))));
    assert_eq!(bounds(&fiscal()), Some((13189, 13189)));
    draft.purpose.authorisation.services.clear();
    assert_eq!(bounds(&draft), None);
}
