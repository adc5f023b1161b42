use s2s_core::dynamic::PROVIDERS;

use crate::program::Program;

#[test]
fn every_provider_and_field_is_described_for_people() {
    let ended = Program::new().run(&["providers"]);
    assert_eq!(ended.code, 0);
    for provider in PROVIDERS {
        for expected in provider.endpoints().into_iter().chain([provider.name, provider.documentation()]) {
            assert!(ended.out.contains(expected), "{expected}");
        }
        for kind in provider.kind_names() {
            assert!(ended.out.contains(&format!("\"kind\":\"{kind}\"")), "{kind}");
        }
    }
    for expected in [
        "    environment (sandbox | production)\n",
        "    max_future (integer)\n",
        "    tracking_enabled (boolean)\n",
        "    custom_metrics (map of text | number)\n",
        "    callback_params (map of text)\n",
        "    attributes (map of any JSON)\n",
        "        The currency of `revenue`: three letters, sent in upper case. Required with `revenue`.\n",
    ] {
        assert!(ended.out.contains(expected), "{expected}");
    }
    assert!(!ended.out.contains("Source:"), "the link above says where it all comes from");
    assert!(ended.out.lines().all(|line| line.chars().count() <= 140), "every line fits");
}

#[test]
fn programs_get_a_schema_of_every_kind_and_configuration() {
    let ended = Program::new().run(&["providers", "--json"]);
    let all: serde_json::Value = serde_json::from_str(&ended.out).unwrap();
    let providers = all["providers"].as_array().unwrap();
    assert_eq!(providers.len(), PROVIDERS.len());
    for (provider, known) in providers.iter().zip(PROVIDERS) {
        assert_eq!(provider["name"], known.name);
        assert!(provider["config"]["properties"]["base_url"].is_object());
        let kinds: Vec<_> = provider["kinds"].as_array().unwrap().iter().map(|kind| kind["kind"].as_str().unwrap()).collect();
        assert!(kinds.iter().copied().eq(known.kind_names()));
        assert!(provider["kinds"].as_array().unwrap().iter().all(|kind| kind["schema"]["properties"]["extra"].is_object()));
    }
}
