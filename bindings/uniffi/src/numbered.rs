//! Objects that are found by numbers: a number whose object is gone finds nothing, which an address could not promise.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, PoisonError, RwLock, Weak};

/// What has a number of its own.
pub(crate) trait Numbered: Sized + 'static {
    /// Those that there are.
    fn all() -> &'static All<Self>;

    /// Makes one of its number.
    fn numbered(make: impl FnOnce(i64) -> Self) -> Arc<Self> {
        static NEXT: AtomicI64 = AtomicI64::new(1);
        let id = NEXT.fetch_add(1, Ordering::Relaxed);
        let own = Arc::new(make(id));
        Self::all().0.write().unwrap_or_else(PoisonError::into_inner).insert(id, Arc::downgrade(&own));
        own
    }

    /// The one of that number, if it is not closed.
    fn of(id: i64) -> Option<Arc<Self>> {
        Self::all().0.read().unwrap_or_else(PoisonError::into_inner).get(&id)?.upgrade()
    }
}

/// All of one type that there are.
pub(crate) struct All<T>(RwLock<BTreeMap<i64, Weak<T>>>);

impl<T> All<T> {
    pub(crate) const fn new() -> Self {
        Self(RwLock::new(BTreeMap::new()))
    }

    /// There is no such one any more.
    pub(crate) fn forget(&self, id: i64) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).remove(&id);
    }
}
