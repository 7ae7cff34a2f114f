//! Delays calls of the fake host until the test lets them finish.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use eherkenning_wizard::web::wizard::Task;

/// Blocks everyone who waits for it, until it is opened.
#[derive(Clone, Default)]
pub struct Latch {
    is_open: Rc<Cell<bool>>,
    waiting: Rc<RefCell<Vec<Waker>>>,
}

impl Latch {
    /// Lets everyone continue.
    pub fn open(&self) {
        self.is_open.set(true);
        self.waiting.take().into_iter().for_each(Waker::wake);
    }

    /// Waits until the latch is open.
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

/// Where the host looks up which latch delays new calls.
#[derive(Default)]
pub struct Gate(RefCell<Option<Latch>>);

impl Gate {
    /// Delays all calls from now on; opening the returned latch only releases these.
    pub fn shut(&self) -> Latch {
        self.0.borrow_mut().insert(Latch::default()).clone()
    }

    /// Stops delaying new calls.
    pub fn leave_open(&self) {
        self.0.take();
    }

    /// Waits until the call may continue.
    pub fn pass(&self) -> Task<()> {
        match self.0.borrow().clone() {
            Some(latch) => latch.wait(),
            None => Box::pin(async {}),
        }
    }
}
