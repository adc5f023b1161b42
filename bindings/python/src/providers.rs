// Made by `cargo xtask generate` from `crates/s2s-core`.
//! The clients of the providers: what is called on them goes to [`Client`].

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use crate::client::{Client, Edge, NewId};
use crate::request::Request;
use crate::time::Aware;

/// Adds the classes to the module. Its `__all__` has only what its stub declares: `_providers.pyi` declares these.
pub(crate) fn add(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.setattr("Adjust", module.py().get_type::<Adjust>())?;
    module.setattr("AppsFlyer", module.py().get_type::<AppsFlyer>())?;
    module.setattr("Branch", module.py().get_type::<Branch>())?;
    module.setattr("Ga4", module.py().get_type::<Ga4>())?;
    module.setattr("Meta", module.py().get_type::<Meta>())?;
    module.setattr("Metrix", module.py().get_type::<Metrix>())?;
    module.setattr("MetrixInApp", module.py().get_type::<MetrixInApp>())?;
    module.setattr("Singular", module.py().get_type::<Singular>())?;
    module.setattr("TikTok", module.py().get_type::<TikTok>())?;
    Ok(())
}

/// Adjust's S2S APIs: one app. Its arguments are those of `s2s_events.types.AdjustConfig`; what is
/// wrong with them is a `ConfigError`.
#[pyclass(frozen, extends = Client, module = "s2s_events")]
pub(crate) struct Adjust;

#[pymethods]
impl Adjust {
    #[new]
    #[pyo3(signature = (**config))]
    fn new(py: Python<'_>, config: Option<&Bound<'_, PyDict>>) -> PyResult<PyClassInitializer<Self>> {
        Ok(PyClassInitializer::from(Client::of_keywords(py, "adjust", config)?).add_subclass(Self))
    }

    /// Builds the request of an event, or raises a `ValidationError` with all of its issues. Its
    /// fields are those of `s2s_events.types.AdjustEvent`.
    ///
    /// `now` is aware; by default it is the machine's clock.
    #[pyo3(signature = (*args, **event), text_signature = "($self, *, now=None, **event)")]
    fn event(slf: &Bound<'_, Self>, args: &Bound<'_, PyTuple>, event: Option<&Bound<'_, PyDict>>) -> PyResult<Request> {
        Client::build(slf.as_super(), "event", args, event, false)
    }

    /// Builds the request of ad revenue, or raises a `ValidationError` with all of its issues. Its
    /// fields are those of `s2s_events.types.AdjustAdRevenue`.
    ///
    /// `now` is aware; by default it is the machine's clock.
    #[pyo3(signature = (*args, **ad_revenue), text_signature = "($self, *, now=None, **ad_revenue)")]
    fn ad_revenue(slf: &Bound<'_, Self>, args: &Bound<'_, PyTuple>, ad_revenue: Option<&Bound<'_, PyDict>>) -> PyResult<Request> {
        Client::build(slf.as_super(), "ad_revenue", args, ad_revenue, false)
    }

    /// Builds the request of a session, or raises a `ValidationError` with all of its issues. Its
    /// fields are those of `s2s_events.types.AdjustSession`.
    ///
    /// `now` is aware; by default it is the machine's clock.
    #[pyo3(signature = (*args, **session), text_signature = "($self, *, now=None, **session)")]
    fn session(slf: &Bound<'_, Self>, args: &Bound<'_, PyTuple>, session: Option<&Bound<'_, PyDict>>) -> PyResult<Request> {
        Client::build(slf.as_super(), "session", args, session, false)
    }

    /// Builds the request of a decision about third-party sharing, or raises a `ValidationError`
    /// with all of its issues. Its fields are those of `s2s_events.types.AdjustThirdPartySharing`.
    ///
    /// `now` is aware; by default it is the machine's clock.
    #[pyo3(signature = (*args, **third_party_sharing), text_signature = "($self, *, now=None, **third_party_sharing)")]
    fn third_party_sharing(
        slf: &Bound<'_, Self>,
        args: &Bound<'_, PyTuple>,
        third_party_sharing: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Request> {
        Client::build(slf.as_super(), "third_party_sharing", args, third_party_sharing, false)
    }

    /// Builds the request of an erasure, or raises a `ValidationError` with all of its issues. Its
    /// fields are those of `s2s_events.types.AdjustGdprForgetDevice`.
    ///
    /// `now` is aware; by default it is the machine's clock.
    #[pyo3(signature = (*args, **gdpr_forget_device), text_signature = "($self, *, now=None, **gdpr_forget_device)")]
    fn gdpr_forget_device(
        slf: &Bound<'_, Self>,
        args: &Bound<'_, PyTuple>,
        gdpr_forget_device: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Request> {
        Client::build(slf.as_super(), "gdpr_forget_device", args, gdpr_forget_device, false)
    }
}

/// AppsFlyer's S2S events API for mobile: one app. Its arguments are those of
/// `s2s_events.types.AppsFlyerConfig`; what is wrong with them is a `ConfigError`.
#[pyclass(frozen, extends = Client, module = "s2s_events")]
pub(crate) struct AppsFlyer;

#[pymethods]
impl AppsFlyer {
    #[new]
    #[pyo3(signature = (**config))]
    fn new(py: Python<'_>, config: Option<&Bound<'_, PyDict>>) -> PyResult<PyClassInitializer<Self>> {
        Ok(PyClassInitializer::from(Client::of_keywords(py, "appsflyer", config)?).add_subclass(Self))
    }

    /// Builds the request of an event, or raises a `ValidationError` with all of its issues. Its
    /// fields are those of `s2s_events.types.AppsFlyerEvent`.
    ///
    /// `now` is aware; by default it is the machine's clock.
    #[pyo3(signature = (*args, **event), text_signature = "($self, *, now=None, **event)")]
    fn event(slf: &Bound<'_, Self>, args: &Bound<'_, PyTuple>, event: Option<&Bound<'_, PyDict>>) -> PyResult<Request> {
        Client::build(slf.as_super(), "event", args, event, false)
    }
}

/// Branch's Events API: one app. Its arguments are those of `s2s_events.types.BranchConfig`; what
/// is wrong with them is a `ConfigError`.
#[pyclass(frozen, extends = Client, module = "s2s_events")]
pub(crate) struct Branch;

#[pymethods]
impl Branch {
    #[new]
    #[pyo3(signature = (**config))]
    fn new(py: Python<'_>, config: Option<&Bound<'_, PyDict>>) -> PyResult<PyClassInitializer<Self>> {
        Ok(PyClassInitializer::from(Client::of_keywords(py, "branch", config)?).add_subclass(Self))
    }

    /// Builds the request of a standard event, or raises a `ValidationError` with all of its
    /// issues. Its fields are those of `s2s_events.types.BranchStandard`.
    ///
    /// `now` is aware; by default it is the machine's clock.
    #[pyo3(signature = (*args, **standard), text_signature = "($self, *, now=None, **standard)")]
    fn standard(slf: &Bound<'_, Self>, args: &Bound<'_, PyTuple>, standard: Option<&Bound<'_, PyDict>>) -> PyResult<Request> {
        Client::build(slf.as_super(), "standard", args, standard, false)
    }

    /// Builds the request of a custom event, or raises a `ValidationError` with all of its issues.
    /// Its fields are those of `s2s_events.types.BranchCustom`.
    ///
    /// `now` is aware; by default it is the machine's clock.
    #[pyo3(signature = (*args, **custom), text_signature = "($self, *, now=None, **custom)")]
    fn custom(slf: &Bound<'_, Self>, args: &Bound<'_, PyTuple>, custom: Option<&Bound<'_, PyDict>>) -> PyResult<Request> {
        Client::build(slf.as_super(), "custom", args, custom, false)
    }
}

/// Google Analytics 4's Measurement Protocol: one app. Its arguments are those of
/// `s2s_events.types.Ga4Config`; what is wrong with them is a `ConfigError`.
#[pyclass(frozen, extends = Client, module = "s2s_events")]
pub(crate) struct Ga4;

#[pymethods]
impl Ga4 {
    #[new]
    #[pyo3(signature = (**config))]
    fn new(py: Python<'_>, config: Option<&Bound<'_, PyDict>>) -> PyResult<PyClassInitializer<Self>> {
        Ok(PyClassInitializer::from(Client::of_keywords(py, "ga4", config)?).add_subclass(Self))
    }

    /// Builds the request of an event, or raises a `ValidationError` with all of its issues. Its
    /// fields are those of `s2s_events.types.Ga4Event`.
    ///
    /// `now` is aware; by default it is the machine's clock.
    #[pyo3(signature = (*args, **event), text_signature = "($self, *, now=None, **event)")]
    fn event(slf: &Bound<'_, Self>, args: &Bound<'_, PyTuple>, event: Option<&Bound<'_, PyDict>>) -> PyResult<Request> {
        Client::build(slf.as_super(), "event", args, event, false)
    }

    /// Builds one request of several, or raises a `ValidationError` with all issues.
    ///
    /// `now` is aware; by default it is the machine's clock.
    #[pyo3(signature = (identity, events, *, now = None, new_id = NewId::Random), text_signature = "($self, identity, events, *, now=None, new_id=...)")]
    fn events(
        slf: &Bound<'_, Self>,
        identity: &Bound<'_, PyAny>,
        events: &Bound<'_, PyAny>,
        now: Option<Aware>,
        new_id: NewId,
    ) -> PyResult<Request> {
        slf.as_super().get().messages(identity, events, &Edge::new(now, new_id))
    }
}

/// Meta's Conversions API: one app. Its arguments are those of `s2s_events.types.MetaConfig`; what
/// is wrong with them is a `ConfigError`.
#[pyclass(frozen, extends = Client, module = "s2s_events")]
pub(crate) struct Meta;

#[pymethods]
impl Meta {
    #[new]
    #[pyo3(signature = (**config))]
    fn new(py: Python<'_>, config: Option<&Bound<'_, PyDict>>) -> PyResult<PyClassInitializer<Self>> {
        Ok(PyClassInitializer::from(Client::of_keywords(py, "meta", config)?).add_subclass(Self))
    }

    /// Builds the request of an event, or raises a `ValidationError` with all of its issues. Its
    /// fields are those of `s2s_events.types.MetaEvent`.
    ///
    /// `now` is aware; by default it is the machine's clock.
    #[pyo3(signature = (*args, **event), text_signature = "($self, *, now=None, **event)")]
    fn event(slf: &Bound<'_, Self>, args: &Bound<'_, PyTuple>, event: Option<&Bound<'_, PyDict>>) -> PyResult<Request> {
        Client::build(slf.as_super(), "event", args, event, false)
    }

    /// Builds one request of several, or raises a `ValidationError` with all issues.
    ///
    /// `now` is aware; by default it is the machine's clock.
    #[pyo3(signature = (events, *, now = None, new_id = NewId::Random), text_signature = "($self, events, *, now=None, new_id=...)")]
    fn events(slf: &Bound<'_, Self>, events: &Bound<'_, PyAny>, now: Option<Aware>, new_id: NewId) -> PyResult<Request> {
        slf.as_super().get().messages(PyDict::new(slf.py()).as_any(), events, &Edge::new(now, new_id))
    }
}

/// Metrix's REST API: one app. Its arguments are those of `s2s_events.types.MetrixConfig`; what is
/// wrong with them is a `ConfigError`.
#[pyclass(frozen, extends = Client, module = "s2s_events")]
pub(crate) struct Metrix;

#[pymethods]
impl Metrix {
    #[new]
    #[pyo3(signature = (**config))]
    fn new(py: Python<'_>, config: Option<&Bound<'_, PyDict>>) -> PyResult<PyClassInitializer<Self>> {
        Ok(PyClassInitializer::from(Client::of_keywords(py, "metrix", config)?).add_subclass(Self))
    }

    /// Builds the request of a profile update, or raises a `ValidationError` with all of its
    /// issues. Its fields are those of `s2s_events.types.MetrixUser`.
    ///
    /// `now` is aware; by default it is the machine's clock.
    #[pyo3(signature = (*args, **user), text_signature = "($self, *, now=None, new_id=..., **user)")]
    fn user(slf: &Bound<'_, Self>, args: &Bound<'_, PyTuple>, user: Option<&Bound<'_, PyDict>>) -> PyResult<Request> {
        Client::build(slf.as_super(), "user", args, user, true)
    }

    /// Builds the request of an action, or raises a `ValidationError` with all of its issues. Its
    /// fields are those of `s2s_events.types.MetrixAction`.
    ///
    /// `now` is aware; by default it is the machine's clock.
    #[pyo3(signature = (*args, **action), text_signature = "($self, *, now=None, new_id=..., **action)")]
    fn action(slf: &Bound<'_, Self>, args: &Bound<'_, PyTuple>, action: Option<&Bound<'_, PyDict>>) -> PyResult<Request> {
        Client::build(slf.as_super(), "action", args, action, true)
    }

    /// Builds the request of revenue, or raises a `ValidationError` with all of its issues. Its
    /// fields are those of `s2s_events.types.MetrixRevenue`.
    ///
    /// `now` is aware; by default it is the machine's clock.
    #[pyo3(signature = (*args, **revenue), text_signature = "($self, *, now=None, new_id=..., **revenue)")]
    fn revenue(slf: &Bound<'_, Self>, args: &Bound<'_, PyTuple>, revenue: Option<&Bound<'_, PyDict>>) -> PyResult<Request> {
        Client::build(slf.as_super(), "revenue", args, revenue, true)
    }

    /// Builds the request of a business event, or raises a `ValidationError` with all of its
    /// issues. Its fields are those of `s2s_events.types.MetrixBusinessEvent`.
    ///
    /// `now` is aware; by default it is the machine's clock.
    #[pyo3(signature = (*args, **business_event), text_signature = "($self, *, now=None, new_id=..., **business_event)")]
    fn business_event(slf: &Bound<'_, Self>, args: &Bound<'_, PyTuple>, business_event: Option<&Bound<'_, PyDict>>) -> PyResult<Request> {
        Client::build(slf.as_super(), "business_event", args, business_event, true)
    }

    /// Builds one request of several, or raises a `ValidationError` with all issues.
    ///
    /// `now` is aware; by default it is the machine's clock.
    #[pyo3(signature = (identity, messages, *, now = None, new_id = NewId::Random), text_signature = "($self, identity, messages, *, now=None, new_id=...)")]
    fn messages(
        slf: &Bound<'_, Self>,
        identity: &Bound<'_, PyAny>,
        messages: &Bound<'_, PyAny>,
        now: Option<Aware>,
        new_id: NewId,
    ) -> PyResult<Request> {
        slf.as_super().get().messages(identity, messages, &Edge::new(now, new_id))
    }
}

/// Metrix's older API for in-app events: one app. Its arguments are those of
/// `s2s_events.types.MetrixInAppConfig`; what is wrong with them is a `ConfigError`.
#[pyclass(frozen, extends = Client, module = "s2s_events")]
pub(crate) struct MetrixInApp;

#[pymethods]
impl MetrixInApp {
    #[new]
    #[pyo3(signature = (**config))]
    fn new(py: Python<'_>, config: Option<&Bound<'_, PyDict>>) -> PyResult<PyClassInitializer<Self>> {
        Ok(PyClassInitializer::from(Client::of_keywords(py, "metrix_inapp", config)?).add_subclass(Self))
    }

    /// Builds the request of an event, or raises a `ValidationError` with all of its issues. Its
    /// fields are those of `s2s_events.types.MetrixInAppEvent`.
    ///
    /// `now` is aware; by default it is the machine's clock.
    #[pyo3(signature = (*args, **event), text_signature = "($self, *, now=None, **event)")]
    fn event(slf: &Bound<'_, Self>, args: &Bound<'_, PyTuple>, event: Option<&Bound<'_, PyDict>>) -> PyResult<Request> {
        Client::build(slf.as_super(), "event", args, event, false)
    }
}

/// Singular's S2S API: one app. Its arguments are those of `s2s_events.types.SingularConfig`; what
/// is wrong with them is a `ConfigError`.
#[pyclass(frozen, extends = Client, module = "s2s_events")]
pub(crate) struct Singular;

#[pymethods]
impl Singular {
    #[new]
    #[pyo3(signature = (**config))]
    fn new(py: Python<'_>, config: Option<&Bound<'_, PyDict>>) -> PyResult<PyClassInitializer<Self>> {
        Ok(PyClassInitializer::from(Client::of_keywords(py, "singular", config)?).add_subclass(Self))
    }

    /// Builds the request of an event, or raises a `ValidationError` with all of its issues. Its
    /// fields are those of `s2s_events.types.SingularEvent`.
    ///
    /// `now` is aware; by default it is the machine's clock.
    #[pyo3(signature = (*args, **event), text_signature = "($self, *, now=None, **event)")]
    fn event(slf: &Bound<'_, Self>, args: &Bound<'_, PyTuple>, event: Option<&Bound<'_, PyDict>>) -> PyResult<Request> {
        Client::build(slf.as_super(), "event", args, event, false)
    }

    /// Builds the request of ad revenue, or raises a `ValidationError` with all of its issues. Its
    /// fields are those of `s2s_events.types.SingularAdRevenue`.
    ///
    /// `now` is aware; by default it is the machine's clock.
    #[pyo3(signature = (*args, **ad_revenue), text_signature = "($self, *, now=None, **ad_revenue)")]
    fn ad_revenue(slf: &Bound<'_, Self>, args: &Bound<'_, PyTuple>, ad_revenue: Option<&Bound<'_, PyDict>>) -> PyResult<Request> {
        Client::build(slf.as_super(), "ad_revenue", args, ad_revenue, false)
    }

    /// Builds the request of a session, or raises a `ValidationError` with all of its issues. Its
    /// fields are those of `s2s_events.types.SingularSession`.
    ///
    /// `now` is aware; by default it is the machine's clock.
    #[pyo3(signature = (*args, **session), text_signature = "($self, *, now=None, **session)")]
    fn session(slf: &Bound<'_, Self>, args: &Bound<'_, PyTuple>, session: Option<&Bound<'_, PyDict>>) -> PyResult<Request> {
        Client::build(slf.as_super(), "session", args, session, false)
    }
}

/// TikTok's Events API: one app. Its arguments are those of `s2s_events.types.TikTokConfig`; what
/// is wrong with them is a `ConfigError`.
#[pyclass(frozen, extends = Client, module = "s2s_events")]
pub(crate) struct TikTok;

#[pymethods]
impl TikTok {
    #[new]
    #[pyo3(signature = (**config))]
    fn new(py: Python<'_>, config: Option<&Bound<'_, PyDict>>) -> PyResult<PyClassInitializer<Self>> {
        Ok(PyClassInitializer::from(Client::of_keywords(py, "tiktok", config)?).add_subclass(Self))
    }

    /// Builds the request of an event, or raises a `ValidationError` with all of its issues. Its
    /// fields are those of `s2s_events.types.TikTokEvent`.
    ///
    /// `now` is aware; by default it is the machine's clock.
    #[pyo3(signature = (*args, **event), text_signature = "($self, *, now=None, **event)")]
    fn event(slf: &Bound<'_, Self>, args: &Bound<'_, PyTuple>, event: Option<&Bound<'_, PyDict>>) -> PyResult<Request> {
        Client::build(slf.as_super(), "event", args, event, false)
    }

    /// Builds one request of several, or raises a `ValidationError` with all issues.
    ///
    /// `now` is aware; by default it is the machine's clock.
    #[pyo3(signature = (events, *, now = None, new_id = NewId::Random), text_signature = "($self, events, *, now=None, new_id=...)")]
    fn events(slf: &Bound<'_, Self>, events: &Bound<'_, PyAny>, now: Option<Aware>, new_id: NewId) -> PyResult<Request> {
        slf.as_super().get().messages(PyDict::new(slf.py()).as_any(), events, &Edge::new(now, new_id))
    }
}
