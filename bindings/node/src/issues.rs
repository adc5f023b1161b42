//! Issues, as JSON in both directions.

use napi::{Error, Result, Status};
use s2s_core::{Code, Issue};
use serde::{Deserialize, Serialize};

/// `[{"path":…,"code":…,"message":…},…]`
pub(crate) fn to_json(issues: &[Issue]) -> String {
    #[derive(Serialize)]
    struct Plain<'i> {
        path: &'i str,
        code: &'static str,
        message: &'i str,
    }

    let plain: Vec<_> = issues.iter().map(|own| Plain { path: own.path(), code: own.code().as_str(), message: own.message() }).collect();
    // Texts do not fail to become JSON.
    serde_json::to_string(&plain).unwrap_or_default()
}

/// What was wrong with values that JSON does not have, as the package found it.
pub(crate) fn given(json: Option<String>) -> Result<Vec<Issue>> {
    json.map_or(Ok(Vec::new()), |json| from_json(&json))
}

/// The same where it is certainly given.
pub(crate) fn from_json(json: &str) -> Result<Vec<Issue>> {
    #[derive(Deserialize)]
    struct Given {
        path: String,
        code: String,
        message: String,
    }

    let unknown = || Error::new(Status::InvalidArg, "not a list of issues");
    let given: Vec<Given> = serde_json::from_str(json).map_err(|_| unknown())?;
    let issue = |Given { path, code, message }| {
        let code = Code::ALL.iter().find(|known| known.as_str() == code).ok_or_else(unknown)?;
        Ok(Issue::new(path, *code, message))
    };
    given.into_iter().map(issue).collect()
}
