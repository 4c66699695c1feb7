"""Fills docs/model.md with what was measured, and draws the plots beside it, docs/model/*.svg:

    python3 -m training.report --results RESULTS --runs RUNS

RESULTS is what evaluate.sh left and RUNS what recipe.sh left. Only what stands between `<!-- report: NAME -->` and
`<!-- end -->` in the page is replaced; the words around it are written by hand.
"""

import argparse
import re
from pathlib import Path

from training.report.plots import links, plots
from training.report.results import Results, read_results
from training.report.tables import set_table, stage_table, summary_lines, voting_table, weakest_table

SECTION = re.compile(r"(<!-- report: ([a-z-]+) -->\n).*?(<!-- end -->)", re.DOTALL)
FOLDER = "model"
PARTS = {
    "stages": stage_table,
    "sets": set_table,
    "summary": summary_lines,
    "weakest": weakest_table,
    "voting": voting_table,
    "stage-plots": lambda results: links(results, ("loss.svg", "accuracy-tokens.svg", "reward.svg"), FOLDER),
    "voting-plots": lambda results: links(results, ("accuracy-time.svg", "coverage.svg"), FOLDER),
}


def fill(page: str, results: Results) -> str:
    """The page with every section made anew. Raises KeyError for a section of an unknown name."""
    return SECTION.sub(lambda match: f"{match[1]}\n{PARTS[match[2]](results)}\n\n{match[3]}", page)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--results", type=Path, required=True)
    parser.add_argument("--runs", type=Path, required=True)
    parser.add_argument("--page", type=Path, default=Path("docs/model.md"))
    options = parser.parse_args()
    results = read_results(options.results, options.runs)
    options.page.write_text(fill(options.page.read_text(), results))
    folder = options.page.parent / FOLDER
    folder.mkdir(exist_ok=True)
    drawn = plots(results)
    for name, svg in drawn.items():
        (folder / name).write_text(svg)
    print(
        f"{len(results.evaluations)} evaluations and {len(results.logs)} logs: {options.page}, {', '.join(drawn) or 'no plots'}"
    )


if __name__ == "__main__":
    main()
