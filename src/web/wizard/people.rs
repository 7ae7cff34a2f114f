//! Who is in which row, while rows are added and removed.

use std::cell::RefCell;

/// Identifies the representative in each row, for as long as the wizard is mounted.
#[derive(Default)]
pub struct People(RefCell<Known>);

#[derive(Default)]
struct Known {
    rows: Vec<u32>,
    last: u32,
}

impl People {
    /// The representative in each of `count` rows; those at the end are new.
    pub fn rows(&self, count: usize) -> Vec<u32> {
        let mut known = self.0.borrow_mut();
        known.rows.truncate(count);
        while known.rows.len() < count {
            known.last += 1;
            let person = known.last;
            known.rows.push(person);
        }
        known.rows.clone()
    }

    /// Notes that the representative of this row is gone.
    pub fn remove(&self, row: usize) {
        let mut known = self.0.borrow_mut();
        if row < known.rows.len() {
            known.rows.remove(row);
        }
    }

    /// Forgets everybody: from now on the rows are about others.
    pub fn clear(&self) {
        self.0.borrow_mut().rows.clear();
    }
}
