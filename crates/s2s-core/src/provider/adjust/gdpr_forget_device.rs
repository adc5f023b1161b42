//! Erasures: `/gdpr_forget_device` of a host of its own.

use crate::issue::{Found, Issues, Report};
use crate::provider::client::Provider as _;
use crate::provider::facts::Facts;
use crate::provider::record::record;
use crate::provider::spec::{KindRules, Repeated, RequestKind};
use crate::request::Request;
use crate::value::{Pairs, Text, Timestamp};

use super::build::{self, Draft};
use super::device::{Device, device, identify};
use super::{Adjust, GdprForgetDevice, RequestStyle, interpret};

pub(super) const RULES: KindRules = KindRules {
    endpoint: "POST https://gdpr.adjust.com/gdpr_forget_device",
    lane: "app and device",
    is_ordered: false,
    refuses_older: false,
    max_age: None,
    repeated: Repeated::SaysTheSame,
    responses: interpret::GDPR_FORGET_DEVICE,
    facts: build::timeless_facts,
    date: None,
    ..Adjust::RULES
};

record! {
    /// A user's request to erase the data of a device: Adjust's `/gdpr_forget_device` endpoint, at a host of its own (the setting `gdpr_base_url`). At least
    /// one device identifier is required. The scope of the S2S security token is *GDPR*.
    ///
    /// **It is permanent**: Adjust deletes the data of the device in that app, and takes no further requests from the device. Adjust takes ten
    /// erasures a minute, and documents the status of the response alone.
    ///
    /// It is always a `POST` with the parameters in the URL, as Adjust documents it. They are sent in this order: `s2s=1`, `app_token`, `idfa`,
    /// `gps_adid`, `fire_adid`, `win_adid`, `adid`, `idfv`, `extra`. `environment` is not documented for it, and not sent.
    pub struct AdjustGdprForgetDevice lends AdjustGdprForgetDeviceFields, AdjustGdprForgetDeviceRead {
        /// The advertising identifier of Google Play services: a UUID, sent in lower case with hyphens. All zeros are never sent.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/data-erasure-api/>
        gps_adid: Text;
        /// The advertising identifier of iOS (IDFA): a UUID, sent in upper case with hyphens. All zeros are never sent.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/data-erasure-api/>
        idfa: Text;
        /// The Adjust device identifier, on all platforms: 32 hexadecimal digits.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/data-erasure-api/>
        adid: Text;
        /// The identifier for vendors of iOS (IDFV): a UUID, sent in upper case with hyphens.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/data-erasure-api/>
        idfv: Text;
        /// The advertising identifier of Amazon Fire: a UUID, sent in lower case with hyphens.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/data-erasure-api/>
        fire_adid: Text;
        /// The advertising identifier of Windows: 32 hexadecimal digits, sent without hyphens.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/data-erasure-api/>
        win_adid: Text;
        /// Further parameters, sent as they are after all others. It must not name an identifier of this record, `s2s` or `app_token`.
        extra: Pairs<Text>;
    }
}

device! { [idfa gps_adid fire_adid win_adid adid idfv] AdjustGdprForgetDevice, AdjustGdprForgetDeviceRead<'_> }

impl Adjust {
    /// Builds the request of an erasure.
    ///
    /// # Errors
    /// All issues of it.
    pub fn gdpr_forget_device(&self, device: &GdprForgetDevice, now: Timestamp) -> Result<Request, Issues> {
        self.build_gdpr_forget_device(device, now, Found::default())
    }

    pub(super) fn build_gdpr_forget_device(
        &self,
        device: &(impl AdjustGdprForgetDeviceFields + Device),
        _now: Timestamp,
        found: Found,
    ) -> Result<Request, Issues> {
        let report = &mut Report::with(found);
        self.gdpr_base.warn(report);
        let mut draft =
            Draft::begin(RequestKind::of::<GdprForgetDevice>(), &self.addresses.gdpr_forget_device, RequestStyle::PostQuery);
        draft.app_token(self);
        let lane = identify(device, report, &mut draft.form);
        if let Some(pairs) = device.extra() {
            draft.extra::<GdprForgetDevice>(pairs, &[], report);
        }
        draft.finish(self, Facts::new(lane, 0, None), report)
    }
}
