//! Measures contenders side by side.

use std::time::{Duration, Instant};

/// Does something once for every sample.
pub type Pass<'a> = Box<dyn Fn() + 'a>;

const ROUNDS: usize = 30;
const TURN: Duration = Duration::from_millis(20);

/// The shortest time of one pass of each contender.
///
/// They take turns, so that what else runs on the machine meets all of them, and the shortest turn is the one that it disturbed least.
pub fn shortest(contenders: &[Pass<'_>]) -> Vec<Duration> {
    let passes: Vec<u32> = contenders.iter().map(passes_of_a_turn).collect();
    let mut shortest = vec![Duration::MAX; contenders.len()];
    for _ in 0..ROUNDS {
        for ((pass, passes), shortest) in contenders.iter().zip(&passes).zip(&mut shortest) {
            *shortest = turn(pass, *passes).min(*shortest);
        }
    }
    shortest
}

fn passes_of_a_turn(pass: &Pass<'_>) -> u32 {
    let mut passes = 1;
    while turn(pass, passes) * passes < TURN {
        passes *= 2;
    }
    passes
}

/// The time of one pass, as the mean of a turn.
fn turn(pass: &Pass<'_>, passes: u32) -> Duration {
    let start = now();
    for _ in 0..passes {
        pass();
    }
    start.elapsed() / passes
}

/// The clock of this machine.
#[expect(clippy::disallowed_methods, reason = "a bench measures time")]
pub fn now() -> Instant {
    Instant::now()
}
