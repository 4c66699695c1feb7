"""The tables of docs/model.md as Markdown. Knows what the figures mean, not where they stand."""

from collections.abc import Iterable, Sequence

from training.report.results import STAGES, Evaluation, Results, Share, mean_share, median

SETS = {
    "families": "own families, in range",
    "unseen-phrasings": "phrasings held out by template",
    "larger-operands": "larger operands",
    "students": "students' questions",
    "deepmind": "DeepMind interpolation",
    "deepmind-extrapolation": "DeepMind extrapolation",
    "reasoning-gym": "reasoning-gym",
}
WEAKEST = 12


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Numbers to the right, the first column to the left."""
    lines = [head, ["---", *["--:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def percent(share: Share | None) -> str:
    if share is None or share.n == 0:
        return "–"
    low, high = share.interval
    return f"{100 * share.value:.1f} ({100 * low:.1f}–{100 * high:.1f})"


def stage_table(results: Results) -> str:
    """Greedy and sampled scores of every stage on the same problems, and what the stage cost."""
    rows = []
    some = 16
    for stage in STAGES:
        sampled, greedy = results.evaluation(f"stage-{stage}"), results.evaluation(f"stage-{stage}-greedy")
        log = results.logs.get(stage)
        if not (sampled or greedy or log):
            continue
        some = sampled.samples if sampled else some
        scores = [sampled and sampled.pass1(), sampled and sampled.maj(), sampled and sampled.pass_any()]
        rows.append([stage, *cost(log), percent(greedy and greedy.pass1()), *map(percent, scores)])
    return table(["stage", "tokens", "seconds", "tokens/s", "greedy", "pass@1", f"maj@{some}", f"pass@{some}"], rows)


def cost(log: list[dict] | None) -> list[str]:
    if not log:
        return ["–"] * 3
    speed = median([line["tokens_per_second"] for line in log])
    return [f"{log[-1]['tokens'] / 1e6:.0f}M", f"{log[-1]['elapsed']:.0f}", f"{speed / 1e6:.2f}M"]


def set_table(results: Results) -> str:
    """The model that ships, on every set."""
    greedy, sampled = results.final("greedy"), results.final("sampled")
    rows = []
    for name, words in SETS.items():
        one, many = (evaluation and evaluation.of_set(name) for evaluation in (greedy, sampled))
        if not (one and one.rows) and not (many and many.rows):
            continue
        count = str(len(one.rows)) if one else "–"
        gain = f"{100 * (many.maj().value - many.pass1().value):+.1f}" if many and many.rows else "–"
        scores = [percent(one and one.pass1()), *map(percent, sampled_scores(many))]
        rows.append([words, count, *scores, gain])
    some = sampled.samples if sampled else 16
    return table(["set", "n", "greedy", "pass@1", f"maj@{some}", f"pass@{some}", f"maj@{some} − pass@1"], rows)


def sampled_scores(evaluation: Evaluation | None) -> list[Share | None]:
    if evaluation is None:
        return [None] * 3
    return [evaluation.pass1(), evaluation.maj(), evaluation.pass_any()]


def summary_lines(results: Results) -> str:
    """Which candidate ships, its mean and worst family, means over the examiners' modules, and what rounding costs."""
    lines = candidate_lines(results)
    greedy, unrounded = results.final("greedy"), results.final("unrounded")
    for name in ("families", "deepmind", "deepmind-extrapolation", "reasoning-gym") if greedy else ():
        families = greedy.of_set(name).families()
        if not families:
            continue
        worst = min(families, key=lambda family: families[family].value)
        mean = sum(share.value for share in families.values()) / len(families)
        lines.append(
            f"- {SETS[name]}, greedy: mean of {len(families)} families {100 * mean:.1f} %, "
            f"worst `{worst}` {percent(families[worst])} % of {families[worst].n}."
        )
    if greedy and unrounded:
        rounded = {row["id"]: row["correct"] for row in greedy.rows}
        pairs = [(rounded[row["id"]], row["correct"]) for row in unrounded.rows if row["id"] in rounded]
        ours, theirs = mean_share(float(a) for a, _ in pairs), mean_share(float(b) for _, b in pairs)
        lost, won = sum(b and not a for a, b in pairs), sum(a and not b for a, b in pairs)
        lines.append(
            f"- int8 {percent(ours)} % against bf16 {percent(theirs)} % on the same {len(pairs)} problems, greedy: "
            f"rounding loses {lost} and wins {won}."
        )
    return "\n".join(lines)


def candidate_lines(results: Results) -> list[str]:
    """Both arms' ends on the problems that both were asked."""
    correct = {name: {row["id"]: float(row["correct"]) for row in each.rows} for name, each in results.candidates.items()}
    if len(correct) < 2:
        return []
    both = set.intersection(*(set(rows) for rows in correct.values()))
    scores = [f"`{name}` {percent(mean_share(rows[row_id] for row_id in both))} %" for name, rows in correct.items()]
    return [f"- `{results.shipped}` ships. All sets together, greedy, on the same {len(both)} problems: {', '.join(scores)}."]


def weakest_table(results: Results) -> str:
    greedy = results.final("greedy")
    families = greedy.of_set("families").families() if greedy else {}
    weakest = sorted(families.items(), key=lambda item: item[1].value)[:WEAKEST]
    return table(["family", "n", "greedy"], [[f"`{family}`", str(share.n), percent(share)] for family, share in weakest])


def voting_table(results: Results) -> str:
    """By samples a problem: votes, coverage, and seconds a problem on a full device and alone."""
    models = {name: results.evaluation(f"voting-{name}") for name in ("hybrid", "teacher")}
    counts = sorted({point["samples"] for model in models.values() if model for point in model.curve})
    rows = []
    for count in counts:
        row = [str(count)]
        for name, model in models.items():
            point = next((point for point in model.curve if point["samples"] == count), None) if model else None
            alone = results.evaluation(f"alone-{name}-{count}")
            n = len(model.rows) if model else 0
            row += [percent(Share(point["maj"], n)), percent(Share(point["pass"], n))] if point else ["–", "–"]
            row += [f"{seconds_a_problem(model, count):.3f}" if model else "–"]
            row += [f"{alone.fields['generationSeconds']:.3f}" if alone else "–"]
        rows.append(row)
    columns = [f"{name} {column}" for name in models for column in ("vote", "coverage", "s full", "s alone")]
    return table(["samples", *columns], rows)


def seconds_a_problem(model: Evaluation, samples: int) -> float:
    """On a device kept full by many problems, where time grows with the samples drawn."""
    return model.seconds / len(model.rows) * samples / model.samples
