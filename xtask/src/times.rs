//! The tables of the benches of packages: how many times as fast things are as others.

use serde_json::Value;

/// Minimum ratio of the speeds of two rows.
pub(crate) type Target = (&'static str, &'static str, f64);

/// Prints the rows that a bench printed as lines of JSON: `name`, `us_per_event` and `vs`, or `name`, `builds` and `growth_mb`, which must not
/// be more than `most_growth_mb`, if that is given.
pub(crate) fn print(rows: &str, targets: &[Target], most_growth_mb: Option<f64>) -> Result<(), String> {
    println!("{:14} {:>12}  times as fast as", "", "µs per event");
    for line in rows.lines().filter(|line| line.starts_with('{')) {
        let row: Value = serde_json::from_str(line).map_err(|error| format!("the bench printed `{line}`: {error}"))?;
        println!("{}", table_row(&row, targets, most_growth_mb));
    }
    Ok(())
}

fn table_row(row: &Value, targets: &[Target], most_growth_mb: Option<f64>) -> String {
    let name = row["name"].as_str().unwrap_or_default();
    let verdict = |is_met| if is_met { "meets" } else { "MISSES" };
    if let Some(growth) = row["growth_mb"].as_f64() {
        let verdict = most_growth_mb.map(|most| format!(", {} the target of {most}", verdict(growth <= most))).unwrap_or_default();
        return format!("{name}: {growth:.1} MB after {} builds{verdict}", row["builds"]);
    }
    let mut text = format!("{name:14} {:>12.2}", row["us_per_event"].as_f64().unwrap_or_default());
    if let Some(bytes) = row["bytes_per_event"].as_f64() {
        text += &format!("  {bytes:.0} bytes allocated");
    }
    for (other, factor) in row["vs"].as_object().into_iter().flatten() {
        let factor = factor.as_f64().unwrap_or_default();
        text += &format!("  {factor:.2} × {other}");
        if let Some((.., least)) = targets.iter().find(|(own, with, _)| (*own, *with) == (name, other)) {
            text += &format!(", {} the target of {least}", verdict(factor >= *least));
        }
    }
    text
}
