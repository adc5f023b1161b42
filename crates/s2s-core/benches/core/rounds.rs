//! Measures contenders side by side.

use std::time::{Duration, Instant};

/// A row's name, and what does its work once for every sample.
pub(crate) type Contender<'a> = (&'static str, Box<dyn Fn() + 'a>);

/// Many short turns: it takes only one that nothing disturbed.
const ROUNDS: usize = 100;
const TURN: Duration = Duration::from_millis(8);

/// The shortest time of one pass of each contender.
///
/// They take turns, so that what else runs on the machine meets all of them, and the shortest turn is the one that it disturbed least.
pub(crate) fn shortest(contenders: &[Contender<'_>]) -> Vec<Duration> {
    let passes: Vec<u32> = contenders.iter().map(passes_of_a_turn).collect();
    let mut shortest = vec![Duration::MAX; contenders.len()];
    for _ in 0..ROUNDS {
        for ((contender, passes), shortest) in contenders.iter().zip(&passes).zip(&mut shortest) {
            *shortest = turn(contender, *passes).min(*shortest);
        }
    }
    shortest
}

fn passes_of_a_turn(contender: &Contender<'_>) -> u32 {
    let mut passes = 1;
    while turn(contender, passes) * passes < TURN {
        passes *= 2;
    }
    passes
}

/// The time of one pass, as the mean of a turn.
fn turn((_, pass): &Contender<'_>, passes: u32) -> Duration {
    let start = now();
    for _ in 0..passes {
        pass();
    }
    start.elapsed() / passes
}

/// The clock of this machine.
#[expect(clippy::disallowed_methods, reason = "a bench measures time")]
pub(crate) fn now() -> Instant {
    Instant::now()
}
