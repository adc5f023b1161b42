//! The outbox: a file of SQLite that holds every event until it is delivered or given up, and what
//! the delivery machine has written down.
//!
//! One transaction holds what belongs together: the rows of a line, one for each destination, and
//! how far its file was read; an event and the machine's record that it was submitted; what became
//! of an event and the record that this has arrived. So whatever ends the program, the outbox and the
//! machine agree.

mod add;
mod commands;
mod file;
mod row;
mod store;

pub(crate) use commands::run;
#[cfg(test)]
pub(crate) use row::Details;
pub(crate) use row::Row;
pub(crate) use store::{Entry, Outbox, Part, Position, Shut, Waiting};
