"""The plots of docs/model.md by file name. Knows what the figures mean, not how a line is drawn."""

from collections.abc import Iterable

from training.report.results import STAGES, Evaluation, Results, Share
from training.report.svg_plot import Axis, Line, line_plot
from training.report.tables import seconds_a_problem

TOKENS = "tokens, stages before it included"
# Points of a training log that are drawn: more would only make the file larger.
DRAWN = 300


def plots(results: Results) -> dict[str, str]:
    """Only those for which there are figures."""
    voting = {name: model for name in ("hybrid", "teacher") if (model := results.evaluation(f"voting-{name}"))}
    solved, votes = Axis("problems solved", percent=True), Axis("votes that are right", percent=True)
    losses, seconds = Axis("nats a token", log=True), Axis("seconds a problem", log=True)
    drawn = {
        "loss.svg": ("Loss while training", Axis(TOKENS), losses, loss_lines(results)),
        "accuracy-tokens.svg": ("Accuracy after each stage", Axis(TOKENS), solved, accuracy_lines(results)),
        "reward.svg": ("Reward of GRPO", Axis("tokens sampled"), Axis("share", percent=True), reward_lines(results)),
        "accuracy-time.svg": ("Votes against time", seconds, votes, time_lines(voting)),
        "coverage.svg": ("Coverage", Axis("samples k", log=True), Axis("right", percent=True), coverage_lines(voting)),
    }
    return {name: line_plot(title, x, y, lines) for name, (title, x, y, lines) in drawn.items() if lines}


def links(results: Results, names: Iterable[str], folder: str) -> str:
    """Markdown that shows those of the plots that there are."""
    drawn = plots(results)
    return "\n\n".join(f"![{name.removesuffix('.svg')}]({folder}/{name})" for name in names if name in drawn)


def loss_lines(results: Results) -> list[Line]:
    """The distilled hybrid's loss is mostly a divergence from the teacher: dashed, for it compares with no other."""
    lines = []
    for stage in STAGES:
        log = [line for line in results.logs.get(stage, []) if "loss" in line]
        if log:
            before = results.tokens(stage) - log[-1]["tokens"]
            points = [(before + line["tokens"], line["loss"]) for line in log[:: len(log) // DRAWN + 1]]
            lines.append(Line(stage, points, marked=False, dashed=stage == "distil"))
    return lines


def accuracy_lines(results: Results) -> list[Line]:
    lines = []
    for label, names in (("recipe", STAGES[:-1]), ("control", STAGES[-1:])):
        for suffix, kind in (("-greedy", "greedy"), ("", "vote")):
            done = {name: e for name in names if (e := results.evaluation(f"stage-{name}{suffix}")) and results.tokens(name)}
            points = [(results.tokens(name), evaluation.maj().value) for name, evaluation in done.items()]
            intervals = [evaluation.maj().interval for evaluation in done.values()]
            if points:
                names = list(done) if kind == "greedy" else ()
                lines.append(Line(f"{label}, {kind}", points, intervals, names, dashed=label == "control"))
    return lines


def reward_lines(results: Results) -> list[Line]:
    log = [line for line in results.logs.get("grpo", []) if "reward" in line]
    fields = {"reward": "reward", "known": "all kinds", "used": "groups used"}
    return [
        Line(label, [(line["tokens"], line[field]) for line in log], marked=False) for field, label in fields.items() if log
    ]


def time_lines(voting: dict[str, Evaluation]) -> list[Line]:
    lines = []
    for name, model in voting.items():
        points = [(seconds_a_problem(model, point["samples"]), point["maj"]) for point in model.curve]
        intervals = [Share(point["maj"], len(model.rows)).interval for point in model.curve]
        lines.append(Line(name, points, intervals))
    return lines


def coverage_lines(voting: dict[str, Evaluation]) -> list[Line]:
    lines = []
    for name, model in voting.items():
        for key, label in (("pass", "pass@k"), ("maj", "vote")):
            points = [(point["samples"], point[key]) for point in model.curve]
            intervals = [Share(point[key], len(model.rows)).interval for point in model.curve]
            lines.append(Line(f"{name} {label}", points, intervals, dashed=key == "maj"))
    return lines
