//! What a request does against the documentation.

use serde_json::{Value, json};

/// Something against the documentation, by the sandbox's name for the rule and as the validation
/// endpoint reports it.
pub(super) struct Finding {
    pub(super) rule: &'static str,
    pub(super) effect: Effect,
    code: ValidationCode,
    path: &'static str,
    description: String,
}

/// What becomes of the event, unless `validation_behavior` is `ENFORCE_RECOMMENDATIONS`. With it, the
/// event is lost in any case.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Effect {
    Lost,
    /// It is recorded without what breaks the rule.
    Changed,
    /// It is recorded as it is.
    None,
}

/// The documented codes of the validation endpoint.
#[derive(Clone, Copy)]
pub(super) enum ValidationCode {
    ValueInvalid,
    ValueRequired,
    NameInvalid,
    NameReserved,
    ValueOutOfBounds,
    ExceededMaxEntities,
}

impl ValidationCode {
    fn as_str(self) -> &'static str {
        match self {
            Self::ValueInvalid => "VALUE_INVALID",
            Self::ValueRequired => "VALUE_REQUIRED",
            Self::NameInvalid => "NAME_INVALID",
            Self::NameReserved => "NAME_RESERVED",
            Self::ValueOutOfBounds => "VALUE_OUT_OF_BOUNDS",
            Self::ExceededMaxEntities => "EXCEEDED_MAX_ENTITIES",
        }
    }
}

/// A rule with its code.
pub(super) type Rule = (&'static str, ValidationCode);

impl Finding {
    pub(super) fn new(effect: Effect, (rule, code): Rule, path: &'static str, description: impl Into<String>) -> Self {
        Self { rule, effect, code, path, description: description.into() }
    }

    /// A message of the validation endpoint.
    pub(super) fn message(&self) -> Value {
        json!({"fieldPath": self.path, "description": self.description, "validationCode": self.code.as_str()})
    }
}

/// The first rule that has an effect, if there is one.
pub(super) fn first(findings: &[Finding], effect: Effect) -> Option<&'static str> {
    findings.iter().find(|finding| finding.effect == effect).map(|finding| finding.rule)
}
