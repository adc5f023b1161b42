//! Settings as other languages give them through UniFFI.

use crate::issue::Issues;
use crate::provider::camel_case;
use crate::value::{Pairs, Text};

use super::Limits;

/// Issues of settings whose fields have names in camelCase.
pub fn settings_in_camel_case(issues: Issues) -> Issues {
    let mut issues = issues.into_vec();
    for issue in &mut issues {
        // Below `/providers` are names of providers, and below these fields again.
        let spelled = |(depth, token)| if depth == 2 { str::to_owned(token) } else { camel_case(token) };
        let tokens: Vec<String> = issue.path().split('/').enumerate().map(spelled).collect();
        issue.set_path(tokens.join("/"));
    }
    Issues::new(issues)
}

type LimitsPairs = Pairs<Limits>;

uniffi::custom_type!(
    /// Settings of destinations by the name of their provider, in the caller's order.
    LimitsPairs, Vec<LimitsPair>, {
        lower: |pairs| pairs.into_vec().into_iter().map(|(key, value)| LimitsPair { key, value }).collect(),
        try_lift: |pairs| Ok(pairs.into_iter().map(|LimitsPair { key, value }| (key, value)).collect()),
    }
);

/// An entry of a map of settings.
#[derive(uniffi::Record)]
pub struct LimitsPair {
    key: Text,
    value: Limits,
}
