//! The body of a request, while it is written.

use crate::encode::json::Object;

/// The members of the body.
pub(super) struct Body<'a> {
    object: Object<'a>,
    /// The field that takes the most bytes, and how many.
    largest: (&'static str, usize),
}

impl<'a> Body<'a> {
    pub(super) fn begin(out: &'a mut Vec<u8>) -> Self {
        Self { object: Object::begin(out), largest: ("", 0) }
    }

    /// Returns the field that takes the most bytes, and how many.
    pub(super) fn end(self) -> (&'static str, usize) {
        self.object.end();
        self.largest
    }

    /// The number of bytes so far.
    pub(super) fn len(&self) -> usize {
        self.object.len()
    }

    /// Appends what a field becomes.
    pub(super) fn member(&mut self, field: &'static str, write: impl FnOnce(&mut Object<'a>)) {
        let before = self.object.len();
        write(&mut self.object);
        let size = self.object.len() - before;
        if size > self.largest.1 {
            self.largest = (field, size);
        }
    }

    /// Appends a text.
    pub(super) fn text_of(&mut self, field: &'static str, key: &str, value: &str) {
        self.member(field, |object| object.text(key, value));
    }

    /// Appends a text whose key is the name of its field.
    pub(super) fn text(&mut self, field: &'static str, value: &str) {
        self.text_of(field, field, value);
    }
}
