"""The report: figures counted rightly, the page filled between its marks, plots that any reader of SVG can open."""

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from training.report.__main__ import fill
from training.report.merge import merge
from training.report.pick import pick, set_of
from training.report.results import Evaluation, Results, Share, read_results
from training.report.svg_plot import Axis, Line, even_ticks, line_plot, log_ticks
from training.report.tables import set_table, stage_table, summary_lines, voting_table, weakest_table
from training.tests.problems import ROOT


def row(row_id: str, right: int, correct: bool) -> dict:
    return {"id": row_id, "answer": "1", "maj": "1", "correct": correct, "right": right}


def evaluation(rows: list[dict], samples: int, **more: object) -> dict:
    curve = [{"samples": k, "maj": 0.5, "pass": 0.5 + k / 100} for k in (1, 2, 4) if k <= samples]
    return {"samples": samples, "rows": rows, "curve": curve, "seconds": 8.0, "generationSeconds": 0.25, **more}


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """RESULTS and RUNS as the scripts leave them."""
    results, runs = tmp_path / "results", tmp_path / "runs"
    results.mkdir()
    sampled = [row("families/add/1", 4, True), row("families/gcd/1", 1, False), row("students-001", 2, True)]
    greedy = [row("families/add/1", 1, True), row("families/gcd/1", 0, False), row("students-001", 1, True)]
    documents = {
        "stage-teacher": evaluation(sampled, 4), "stage-teacher-greedy": evaluation(greedy, 1),
        "stage-control": evaluation(sampled, 4), "stage-control-greedy": evaluation(greedy, 1),
        "final-control-greedy": evaluation(greedy, 1), "final-control-sampled": evaluation(sampled, 4),
        "final-int8-greedy": evaluation([{**each, "right": 0, "correct": False} for each in greedy], 1),
        "final-control-unrounded": evaluation([row("families/add/1", 1, True), row("families/gcd/1", 1, True)], 1),
        "voting-hybrid": evaluation(sampled, 4), "voting-teacher": evaluation(sampled, 4, seconds=16.0),
        "alone-hybrid-4": evaluation(sampled, 4),
    }  # fmt: skip
    for name, document in documents.items():
        (results / f"{name}.json").write_text(json.dumps(document))
    for stage in ("teacher", "distil", "grpo", "control"):
        (runs / stage).mkdir(parents=True)
        measured = {"reward": 0.4, "known": 0.5, "used": 0.6} if stage == "grpo" else {"loss": 0.5}
        speed = {"tokens_per_second": 500_000, **measured}
        lines = [{"step": i, "tokens": i * 1_000_000, "elapsed": i * 2.0, **speed} for i in (1, 2, 3)]
        (runs / stage / "log.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    return results, runs


@pytest.fixture
def read(folders: tuple[Path, Path]) -> Results:
    return read_results(*folders)


def cells(table: str, first: str) -> list[str]:
    (line,) = [line for line in table.splitlines() if line.startswith(f"| {first} |")]
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_the_interval_is_the_published_one() -> None:
    # Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263.
    low, high = Share(81 / 263, 263).interval
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)


def test_a_stage_is_told_with_its_cost_and_its_scores(read: Results) -> None:
    table = stage_table(read)
    name, tokens, seconds, speed, greedy, pass1, maj, covered = cells(table, "teacher")
    assert (name, tokens, seconds, speed) == ("teacher", "3M", "6", "0.50M")
    assert greedy.startswith("66.7 ")
    assert pass1.startswith("58.3 ")  # (4 + 1 + 2) of 12 samples
    assert maj.startswith("66.7 ")
    assert covered.startswith("100.0 ")
    assert cells(table, "distil")[4:] == ["–"] * 4


def test_tokens_of_a_stage_include_those_before_it_but_not_the_controls(read: Results) -> None:
    assert (read.tokens("teacher"), read.tokens("grpo"), read.tokens("control")) == (3_000_000, 9_000_000, 3_000_000)


def test_sets_are_told_apart_by_their_ids(read: Results) -> None:
    table = set_table(read)
    assert cells(table, "own families, in range")[1:3] == ["2", "50.0 (9.5–90.5)"]
    assert cells(table, "students' questions")[1] == "1"
    assert "DeepMind" not in table


def test_the_worst_family_and_the_price_of_rounding_are_named(read: Results) -> None:
    lines = summary_lines(read)
    assert "mean of 2 families 50.0 %, worst `gcd` 0.0 (0.0–79.3) % of 1" in lines
    assert "rounding loses 1 and wins 0" in lines
    assert weakest_table(read).splitlines()[2].startswith("| `gcd` | 1 | 0.0 ")


def test_the_better_candidate_ships(read: Results) -> None:
    assert read.shipped == "control"
    assert "`control` ships" in summary_lines(read)
    assert "same 3 problems: `int8` 0.0 (0.0–56.1) %, `control` 66.7 (20.8–93.9) %" in summary_lines(read)
    recipe_alone = Results({"final-int8-greedy": read.evaluations["final-int8-greedy"]}, {})
    assert recipe_alone.shipped == "int8"
    assert "ships" not in summary_lines(recipe_alone)


def test_time_on_a_full_device_grows_with_the_samples(read: Results) -> None:
    table = voting_table(read)
    assert [cells(table, k)[3] for k in ("1", "2", "4")] == ["0.667", "1.333", "2.667"]  # 8 s for 3 problems of 4
    assert [cells(table, k)[7] for k in ("1", "4")] == ["1.333", "5.333"]
    assert (cells(table, "4")[4], cells(table, "2")[4]) == ("0.250", "–")


def test_only_what_stands_between_the_marks_is_replaced(read: Results) -> None:
    page = "before\n<!-- report: weakest -->\nold\n<!-- end -->\nafter\n"
    filled = fill(page, read)
    assert filled.startswith("before\n<!-- report: weakest -->\n\n| family |")
    assert filled.endswith("|\n\n<!-- end -->\nafter\n")
    assert "old" not in filled
    assert fill(filled, read) == filled
    with pytest.raises(KeyError, match="weather"):
        fill(page.replace("weakest", "weather"), read)


def test_the_committed_page_is_filled_and_its_plots_are_drawn(folders: tuple[Path, Path], tmp_path: Path) -> None:
    page = tmp_path / "model.md"
    page.write_text((ROOT / "docs/model.md").read_text())
    places = ["--results", str(folders[0]), "--runs", str(folders[1]), "--page", str(page)]
    subprocess.run([sys.executable, "-m", "training.report", *places], cwd=ROOT, check=True, capture_output=True)
    assert "Not measured yet" not in page.read_text()
    drawn = sorted((tmp_path / "model").iterdir())
    assert [file.name for file in drawn] == [
        "accuracy-time.svg", "accuracy-tokens.svg", "coverage.svg", "loss.svg", "reward.svg",
    ]  # fmt: skip
    for file in drawn:
        assert f"](model/{file.name})" in page.read_text()
        assert ElementTree.parse(file).getroot().tag.endswith("svg")
        assert "nan" not in file.read_text()


def test_without_any_figure_the_page_still_stands() -> None:
    page = fill((ROOT / "docs/model.md").read_text(), Results({}, {}))
    assert "| stage |" in page


def test_parts_of_a_set_make_the_document_of_the_whole() -> None:
    more = {"generationSeconds": 0.5, "tokens": 10, "engine": {"backend": "cpu"}, "pass1": 1.0, "maj": 1.0, "passN": 1.0}
    one = {**evaluation([row("families/add/1", 2, True)], 2, **more), "n": 1, "pass1": 0.25}
    two = {**evaluation([row("families/add/2", 2, True), row("families/gcd/1", 2, True)], 2, **more), "n": 2, "seconds": 9.0}
    two["curve"] = [{"samples": k, "maj": 0.8, "pass": 1.0} for k in (1, 2)]
    whole = merge([two, one], ["families/add/1", "families/add/2", "families/gcd/1"])
    assert [each["id"] for each in whole["rows"]] == ["families/add/1", "families/add/2", "families/gcd/1"]
    assert (whole["n"], whole["seconds"], whole["tokens"], whole["pass1"]) == (3, 9.0, 20, pytest.approx(0.75))
    assert whole["curve"][1] == {"samples": 2, "maj": pytest.approx(0.7), "pass": pytest.approx((0.52 + 2) / 3)}
    with pytest.raises(ValueError, match="1 of 2 problems are in no part, students-001"):
        merge([one], ["families/add/1", "students-001"])


def test_points_lie_where_their_axes_say() -> None:
    svg = line_plot("t", Axis("x", log=True), Axis("y", percent=True), [Line("a <b>", [(1, 0.25), (10, 0.5), (100, 0.75)])])
    circles = [node.attrib for node in ElementTree.fromstring(svg).iter() if node.tag.endswith("circle")]
    xs, ys = [float(c["cx"]) for c in circles], [float(c["cy"]) for c in circles]
    assert xs[1] - xs[0] == pytest.approx(xs[2] - xs[1], abs=0.11)
    assert ys[0] - ys[1] == pytest.approx(ys[1] - ys[2], abs=0.11)
    assert ys[0] > ys[2]
    assert "a &lt;b&gt;" in svg


def test_a_point_that_a_logarithm_cannot_show_is_left_out() -> None:
    svg = line_plot("t", Axis("x"), Axis("y", log=True), [Line("a", [(0, 0.0), (1, 0.1), (2, 0.2)])])
    assert svg.count("<circle") == 2


def test_ticks_are_round_and_inside() -> None:
    assert even_ticks(0.03, 0.97) == [0.2, 0.4, 0.6, 0.8]
    assert log_ticks(0.9, 70) == [1, 2, 5, 10, 20, 50]
    assert even_ticks(0, 1.06e9) == [0, 5e8, 1e9]


def test_a_few_problems_of_each_family_of_each_set_are_picked() -> None:
    rows = [{"id": f"{name}/add/{i}", "family": "add"} for name in ("families", "larger-operands") for i in range(5)]
    assert [row["id"] for row in pick(rows, 2)] == [
        "families/add/0", "families/add/1", "larger-operands/add/0", "larger-operands/add/1",
    ]  # fmt: skip
    assert set_of("students-001") == "students"
    assert set_of("deepmind-extrapolation/algebra/3") == "deepmind-extrapolation"


def test_families_are_what_an_id_says_between_set_and_number() -> None:
    rows = [row("deepmind/algebra__linear_1d/1", 1, True), row("students-001", 1, True)]
    assert list(Evaluation(evaluation(rows, 1)).families()) == ["algebra__linear_1d"]
