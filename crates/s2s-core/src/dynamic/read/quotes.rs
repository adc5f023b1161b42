//! The quotation marks in a line of JSON, found for all of its strings at once.

/// The number of bytes that a word counts.
const BLOCK: usize = u64::BITS as usize;
const BLOCKS: usize = 32;

/// The positions of quotation marks, as bits from the lowest on.
pub(super) struct Quotes([u64; BLOCKS]);

impl Quotes {
    /// Finds the quotation marks in a text where every string ends at the next one: `None` if it has a backslash, a control character, or
    /// at least 2 KiB.
    pub(super) fn of(text: &str) -> Option<Self> {
        let (blocks, rest) = text.as_bytes().as_chunks();
        let mut last = [b' '; BLOCK];
        last.get_mut(..rest.len())?.copy_from_slice(rest);
        let mut quotes = Self([0; BLOCKS]);
        let mut words = quotes.0.iter_mut();
        let mut is_plain = true;
        for block in blocks.iter().chain([&last]) {
            is_plain &= is_free_of_escapes(block);
            *words.next()? = quotes_of(block);
        }
        is_plain.then_some(quotes)
    }

    /// Returns the position of the first one at this position or after it.
    #[inline]
    pub(super) fn next(&self, from: usize) -> Option<usize> {
        let found = self.0.get(from / BLOCK)? >> (from % BLOCK);
        if found == 0 { self.first_after(from / BLOCK) } else { Some(from + found.trailing_zeros() as usize) }
    }

    /// Returns the position of the first one after a block.
    #[inline(never)]
    fn first_after(&self, block: usize) -> Option<usize> {
        let (block, word) = self.0.iter().enumerate().skip(block + 1).find(|(_, word)| **word != 0)?;
        Some(block * BLOCK + word.trailing_zeros() as usize)
    }
}

// The compiler turns both into checks of sixteen bytes at once.

fn is_free_of_escapes(block: &[u8; BLOCK]) -> bool {
    block.iter().fold(true, |is_free, byte| is_free & (*byte >= b' ') & (*byte != b'\\'))
}

fn quotes_of(block: &[u8; BLOCK]) -> u64 {
    /// Moves the lowest bits of eight bytes into the highest byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let flags = block.map(|byte| u8::from(byte == b'"'));
    let (eights, _) = flags.as_chunks();
    eights.iter().rev().fold(0, |word, eight| word << 8 | u64::from_le_bytes(*eight).wrapping_mul(GATHER) >> 56)
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, BLOCKS, Quotes};

    #[test]
    fn every_quotation_mark_is_found_and_nothing_else() {
        for length in [0, 1, 7, 8, 63, 64, 65, 200, BLOCK * BLOCKS - 1] {
            for step in [1, 2, 3, 64, 97] {
                let text: String = (0..length).map(|at| if at % step == 0 { '"' } else { '!' }).collect();
                let quotes = Quotes::of(&text).unwrap();
                for from in 0..=length {
                    assert_eq!(
                        quotes.next(from),
                        text.as_bytes()[from..].iter().position(|byte| *byte == b'"').map(|further| from + further),
                        "{length} {step} {from}"
                    );
                }
            }
        }
    }

    #[test]
    fn other_texts_are_left_to_the_slower_way() {
        for length in [1, 64, 65, 300] {
            for at in [0, length / 2, length - 1] {
                for byte in (0..b' ').chain([b'\\']) {
                    let mut text = vec![b'x'; length];
                    text[at] = byte;
                    assert!(Quotes::of(str::from_utf8(&text).unwrap()).is_none(), "{byte} at {at} of {length}");
                }
            }
        }
        assert!(Quotes::of(&"x".repeat(BLOCK * BLOCKS)).is_none());
    }
}
