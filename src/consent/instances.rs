//! Who shows a choice: several elements of one page may, and the first of them leads.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use web_sys::Element;

use super::choice::{Follower, View};

/// The instances of one choice, in the order in which they came.
#[derive(Default)]
pub struct Instances {
    list: RefCell<Vec<Instance>>,
    next: Cell<u32>,
}

struct Instance {
    id: u32,
    element: Option<Element>,
    /// What its followers were told last.
    told: View,
    followers: Rc<[Follower]>,
}

// What a follower holds or does may move the focus, and who listens to that may come back here: no
// borrow lasts while one of them is called or dropped.
impl Instances {
    /// Adds one, and returns its id.
    pub fn add(&self, element: Option<Element>) -> u32 {
        let id = self.next.replace(self.next.get() + 1);
        let instance = Instance { id, element, told: View::UNKNOWN, followers: Rc::default() };
        self.list.borrow_mut().push(instance);
        id
    }

    /// Takes one away.
    pub fn remove(&self, id: u32) {
        let mut list = self.list.borrow_mut();
        let at = list.iter().position(|instance| instance.id == id);
        let gone = at.map(|at| list.remove(at));
        drop(list);
        drop(gone);
    }

    /// Gives one other followers, who know nothing yet.
    pub fn set_followers(&self, id: u32, followers: Rc<[Follower]>) {
        let mut list = self.list.borrow_mut();
        let instance = list.iter_mut().find(|instance| instance.id == id);
        let before = instance.map(|instance| {
            instance.told = View::UNKNOWN;
            std::mem::replace(&mut instance.followers, followers)
        });
        drop(list);
        drop(before);
    }

    /// The element in another site that leads; none where a page does.
    pub fn leader(&self) -> Option<Element> {
        self.list.borrow().first()?.element.clone()
    }

    /// Tells everyone who does not know it yet what `view` has.
    pub fn tell(&self, view: &Cell<View>) {
        for at in 0.. {
            let mut list = self.list.borrow_mut();
            let Some(instance) = list.get_mut(at) else { break };
            let now = || {
                let view = view.get();
                View { leads: view.leads && at == 0, ..view }
            };
            let view = now();
            if std::mem::replace(&mut instance.told, view) == view {
                continue;
            }
            let followers = instance.followers.clone();
            drop(list);
            for follower in &*followers {
                // One of them may have brought further news, which all have heard by now.
                if now() != view {
                    break;
                }
                follower(view);
            }
        }
    }
}
