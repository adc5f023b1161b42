//! `s2s build`: events become requests, which are printed.

use s2s_core::dynamic::{Destinations, Shown, Verdict, write_jsonl};

use crate::args;
use crate::edge::{self, Clock};
use crate::error::Error;
use crate::lines::{Batch, Line, too_long};
use crate::neutral::{self, is_neutral};
use crate::{config, demo, pipeline};

pub(crate) fn run(arguments: &args::Build) -> Result<bool, Error> {
    let destinations = if arguments.sandbox { demo::unsent()? } else { config::load(&arguments.config)?.destinations };
    let clock = arguments.now.clock();
    let shown = Shown { secrets: arguments.show_secrets, lane_keys: arguments.lanes };
    pipeline::run(&arguments.file, &arguments.table, "| s2s build -", |batch, out| Ok(build(&destinations, clock, batch, shown, out)))
}

fn build(destinations: &Destinations, clock: Clock, batch: &Batch, shown: Shown, out: &mut Vec<u8>) -> bool {
    let now = clock.now();
    let mut is_fine = true;
    for Line { number, text } in batch.lines() {
        if let Some(text) = text.filter(|text| is_neutral(text)) {
            match neutral::explain(destinations, text, now, &mut edge::new_id) {
                Ok(explained) => {
                    for own in explained {
                        is_fine &= !matches!(own.part.verdict, Verdict::Refused(_));
                        own.part.write_jsonl(out, number, shown);
                    }
                }
                Err(issues) => {
                    is_fine = false;
                    write_jsonl(out, number, Err(&issues), shown);
                }
            }
            continue;
        }
        let built = match text {
            Some(text) => destinations.build(text, now, Some(&mut edge::new_id)).map_err(s2s_core::Issues::into_vec),
            None => Err(vec![too_long()]),
        };
        is_fine &= built.is_ok();
        write_jsonl(out, number, built.as_ref().map(|built| &built.request).map_err(Vec::as_slice), shown);
    }
    is_fine
}
