//! Events of other formats as neutral ones.

use s2s_core::Issues;
use s2s_core::dynamic::from_json;
use s2s_core::one_event::{self, Conversion, Converted, Event, Name};

use crate::fault::{Fault, caught};
use crate::request::{IssueData, issues};

/// Another format.
#[derive(Debug, Clone, Copy, uniffi::Enum)]
pub enum FormatData {
    /// A `track` call of Segment's spec.
    Segment,
    /// A body of Google Analytics' Measurement Protocol.
    GoogleAnalytics,
}

/// How events of another format become neutral ones.
#[derive(uniffi::Enum)]
#[uniffi::export(Debug)]
pub enum ConversionData {
    /// Typed options.
    Typed {
        /// The names of the caller's own events.
        names: Vec<OwnNameData>,
        /// Properties that become parameters.
        params: Vec<String>,
    },
    /// A JSON object.
    Json {
        /// The text.
        text: String,
    },
}

/// The neutral event that an event of the caller's own name is.
#[derive(uniffi::Record)]
#[uniffi::export(Debug)]
pub struct OwnNameData {
    own: String,
    name: Name,
}

/// What becomes of an event of another format.
#[derive(uniffi::Enum)]
#[uniffi::export(Debug)]
#[expect(clippy::large_enum_variant, reason = "it crosses at once")]
pub enum ConvertedData {
    /// A neutral event.
    Event {
        /// The event.
        event: Event,
        /// The event in the JSON form.
        json: String,
        /// What is not in it.
        unmapped: Vec<IssueData>,
    },
    /// What keeps it from becoming one.
    Issues {
        /// The issues.
        issues: Vec<IssueData>,
    },
}

crate::redacted_debug!(ConversionData);
crate::redacted_debug!(OwnNameData);
crate::redacted_debug!(ConvertedData);

/// Converts an event of another format.
#[uniffi::export]
pub fn convert(format: FormatData, event: Vec<u8>, conversion: ConversionData) -> Result<ConvertedData, Fault> {
    caught(|| match converted(format, &event, conversion) {
        Ok(Converted { event, event_json, unmapped, .. }) => ConvertedData::Event { event, json: event_json, unmapped: issues(&unmapped) },
        Err(found) => ConvertedData::Issues { issues: issues(found.as_slice()) },
    })
}

fn converted(format: FormatData, event: &[u8], conversion: ConversionData) -> Result<Converted, Issues> {
    let conversion = match conversion {
        ConversionData::Typed { names, params } => {
            let named = names.into_iter().fold(Conversion::default(), |all, OwnNameData { own, name }| all.name(own, name));
            params.into_iter().fold(named, Conversion::param)
        }
        ConversionData::Json { text } => Conversion::from_json(&from_json(&text)?)?,
    };
    match format {
        FormatData::Segment => one_event::from_segment(event, &conversion),
        FormatData::GoogleAnalytics => one_event::from_ga4(event, &conversion),
    }
}
