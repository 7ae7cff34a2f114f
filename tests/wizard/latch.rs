//! Work of the fake host that does not end before the test says so.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use eherkenning_wizard::web::wizard::Task;

/// Holds up whoever waits for it, until it is opened.
#[derive(Clone, Default)]
pub struct Latch {
    is_open: Rc<Cell<bool>>,
    waiting: Rc<RefCell<Vec<Waker>>>,
}

impl Latch {
    /// Lets everyone go on.
    pub fn open(&self) {
        self.is_open.set(true);
        self.waiting.take().into_iter().for_each(Waker::wake);
    }

    /// Ends once the latch is open.
    pub fn wait(self) -> Task<()> {
        Box::pin(poll_fn(move |context| {
            if self.is_open.get() {
                return Poll::Ready(());
            }
            self.waiting.borrow_mut().push(context.waker().clone());
            Poll::Pending
        }))
    }
}

/// Where the host looks up what holds up the calls that begin now.
#[derive(Default)]
pub struct Gate(RefCell<Option<Latch>>);

impl Gate {
    /// Holds up all calls from now on; the latch lets these go on, and no others.
    pub fn shut(&self) -> Latch {
        self.0.borrow_mut().insert(Latch::default()).clone()
    }

    /// Lets the calls that begin from now on through.
    pub fn leave_open(&self) {
        self.0.take();
    }

    /// Ends when the call may go on.
    pub fn pass(&self) -> Task<()> {
        match self.0.borrow().clone() {
            Some(latch) => latch.wait(),
            None => Box::pin(async {}),
        }
    }
}
