//! The current day in the Netherlands.

use eherkenning_wizard::domain::scheme::Date;

#[test]
fn row_45_the_day_begins_at_midnight_in_the_netherlands() {
    let days = [
        (0, "1970-01-01"),
        // Winter: one hour ahead of UTC.
        (1_796_423_999, "2026-12-04"),
        (1_796_338_799, "2026-12-03"),
        (1_796_338_800, "2026-12-04"),
        // Summer: two hours ahead of UTC.
        (1_782_856_799, "2026-06-30"),
        (1_782_856_800, "2026-07-01"),
        // 28 March 2026 has 24 hours; 29 March, when summer time begins, has 23.
        (1_774_738_799, "2026-03-28"),
        (1_774_738_800, "2026-03-29"),
        (1_774_821_599, "2026-03-29"),
        (1_774_821_600, "2026-03-30"),
        // 25 October 2026, when it ends, has 25.
        (1_792_879_199, "2026-10-24"),
        (1_792_879_200, "2026-10-25"),
        (1_792_969_199, "2026-10-25"),
        (1_792_969_200, "2026-10-26"),
    ];
    for (seconds, day) in days {
        assert_eq!(Date::in_the_netherlands(seconds).to_string(), day, "{seconds}");
    }
}
