//! The ASCII form of international domains, compared with the library that browsers' engines use.

use eherkenning_wizard::domain::scheme::Email;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn an_international_domain_has_the_ascii_form_that_browsers_give_it(
        label in prop_oneof![
            "[a-z0-9à-öø-ÿ]{1,20}",
            "[A-ZÀ-ÖØ-ÞĀ-įĴ-ľŁ-ňŊ-ŷŹ-ž]{1,20}",
            "[α-ωά-ώΑ-ΡΣ-Ϋ]{1,16}",
            "[а-яА-Яѐ-џЀ-Џ]{1,16}",
            "[0-9一-龥]{1,12}",
        ],
    ) {
        let domain = format!("{label}.example");
        if let Ok(expected) = idna::domain_to_ascii_strict(&domain) {
            let email = Email::parse(&format!("jan@{domain}"));
            prop_assert_eq!(email.map(|email| email.ascii().to_owned()), Ok(format!("jan@{expected}")));
        }
    }
}
