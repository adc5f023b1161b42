//! Maps that keep the caller's order.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::Text;

/// Keys and values in the order in which the caller gave them. A repeated key is an issue when a request is built.
#[derive(Clone, PartialEq, Eq)]
pub struct Pairs<V>(Vec<(Text, V)>);

impl<V> Pairs<V> {
    /// The pairs in their order.
    pub fn as_slice(&self) -> &[(Text, V)] {
        &self.0
    }

    pub(crate) fn into_vec(self) -> Vec<(Text, V)> {
        self.0
    }

    /// The keys that stood earlier already, once for every repetition.
    pub(crate) fn repeated(&self) -> Vec<&str> {
        repeated(&self.0, |key| key)
    }
}

/// The keys that stood earlier already, once for every repetition.
pub(crate) fn repeated<K, V>(pairs: &[(K, V)], text: impl Fn(&K) -> &str) -> Vec<&str> {
    // Comparing all pairs is the fastest for the few parameters that events have; sorting keeps many from being slow.
    if pairs.len() <= 16 {
        let mut repeated = Vec::new();
        let mut rest = pairs;
        while let Some(((last, _), earlier)) = rest.split_last() {
            let last = text(last);
            if earlier.iter().any(|(key, _)| text(key) == last) {
                repeated.push(last);
            }
            rest = earlier;
        }
        return repeated;
    }
    let mut keys: Vec<&str> = pairs.iter().map(|(key, _)| text(key)).collect();
    keys.sort_unstable();
    keys.windows(2).filter_map(|pair| matches!(pair, [a, b] if a == b).then(|| pair.first().copied()).flatten()).collect()
}

impl<K: Into<Text>, T: Into<V>, V> FromIterator<(K, T)> for Pairs<V> {
    fn from_iter<I: IntoIterator<Item = (K, T)>>(pairs: I) -> Self {
        Self(pairs.into_iter().map(|(key, value)| (key.into(), value.into())).collect())
    }
}

impl<K: Into<Text>, T: Into<V>, V, const N: usize> From<[(K, T); N]> for Pairs<V> {
    fn from(pairs: [(K, T); N]) -> Self {
        pairs.into_iter().collect()
    }
}

impl<K: Into<Text>, T: Into<V>, V> From<Vec<(K, T)>> for Pairs<V> {
    fn from(pairs: Vec<(K, T)>) -> Self {
        pairs.into_iter().collect()
    }
}

/// Keys and values may be personal data; only their number is shown.
impl<V> fmt::Debug for Pairs<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} pairs", self.0.len())
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Pairs<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_pairs(deserializer).map(Self)
    }
}

/// Reads all members of an object, in their order and with repetitions.
pub(crate) fn read_pairs<'de, K: Deserialize<'de>, V: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<(K, V)>, D::Error> {
    deserializer.deserialize_map(PairsVisitor(PhantomData))
}

struct PairsVisitor<K, V>(PhantomData<(K, V)>);

impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Visitor<'de> for PairsVisitor<K, V> {
    type Value = Vec<(K, V)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(pairs)
    }
}

#[cfg(feature = "schema")]
impl<V: schemars::JsonSchema> schemars::JsonSchema for Pairs<V> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("PairsOf{}", V::schema_name()).into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "object", "additionalProperties": generator.subschema_for::<V>() })
    }
}
