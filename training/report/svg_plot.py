"""Line plots as SVG text. Knows points and labels, not what they mean."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 720, 400
LEFT, RIGHT, TOP, BOTTOM = 64, 16, 56, 52
# Okabe and Ito's colours, told apart by colour-blind readers; the line's order chooses.
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000")

Point = tuple[float, float]


@dataclass(frozen=True)
class Line:
    label: str
    points: Sequence[Point]
    # Low and high end of each point's interval.
    intervals: Sequence[tuple[float, float]] = ()
    # A word at each point.
    names: Sequence[str] = ()
    marked: bool = True
    dashed: bool = False


@dataclass(frozen=True)
class Axis:
    label: str
    log: bool = False
    percent: bool = False

    def ticks(self, low: float, high: float) -> list[float]:
        return log_ticks(low, high) if self.log else even_ticks(low, high)

    def text(self, value: float) -> str:
        return f"{100 * value:g} %" if self.percent else short_number(value)

    def share(self, value: float, low: float, high: float) -> float:
        """Where a value lies between low (0) and high (1)."""
        if self.log:
            value, low, high = math.log(value), math.log(low), math.log(high)
        return (value - low) / (high - low)


def line_plot(title: str, x: Axis, y: Axis, lines: Iterable[Line]) -> str:
    """An SVG document; points that a logarithmic axis cannot show are left out."""
    lines = [shown for line in lines if (shown := showable(line, x, y)).points]
    x_low, x_high = span([at for line in lines for at, _ in line.points], x)
    heights = [value for line in lines for _, value in line.points]
    heights += [end for line in lines for ends in line.intervals for end in ends]
    y_low, y_high = span(heights, y)

    def place(point: Point) -> Point:
        across, up = x.share(point[0], x_low, x_high), y.share(point[1], y_low, y_high)
        return LEFT + across * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM)

    parts = [frame(title, x, y)]
    for value in x.ticks(x_low, x_high):
        at = place((value, y_low))[0]
        parts.append(f'<path d="M{at:.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#ddd"/>')
        parts.append(text(at, HEIGHT - BOTTOM + 18, x.text(value), "middle"))
    for value in y.ticks(y_low, y_high):
        at = place((x_low, value))[1]
        parts.append(f'<path d="M{LEFT} {at:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        parts.append(text(LEFT - 6, at + 4, y.text(value), "end"))
    for number, line in enumerate(lines):
        parts.append(drawn(line, COLOURS[number % len(COLOURS)], place))
        parts.append(legend(line, COLOURS[number % len(COLOURS)], number))
    return "\n".join([*parts, "</svg>"]) + "\n"


def showable(line: Line, x: Axis, y: Axis) -> Line:
    kept = [i for i, (at, value) in enumerate(line.points) if (at > 0 or not x.log) and (value > 0 or not y.log)]
    intervals = [line.intervals[i] for i in kept] if line.intervals else []
    names = [line.names[i] for i in kept] if line.names else []
    return replace(line, points=[line.points[i] for i in kept], intervals=intervals, names=names)


def span(values: Sequence[float], axis: Axis) -> Point:
    """The values' range, a little wider; something of it also for one value or none."""
    low, high = (min(values), max(values)) if values else (1.0, 1.0)
    if axis.log:
        return low / 1.1, high * 1.1
    room = 0.04 * (high - low) or 0.5
    return (max(0.0, low - room) if low >= 0 else low - room), (min(1.0, high + room) if axis.percent else high + room)


def even_ticks(low: float, high: float) -> list[float]:
    raw = (high - low) / 5
    size = 10 ** math.floor(math.log10(raw))
    step = next(size * factor for factor in (1, 2, 5, 10) if size * factor >= raw)
    return [round(i * step, 12) for i in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1)]


def log_ticks(low: float, high: float) -> list[float]:
    decades = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    factors = (1,) if len(decades) > 4 else (1, 2, 5)
    return [factor * 10.0**decade for decade in decades for factor in factors if low <= factor * 10.0**decade <= high]


def short_number(value: float) -> str:
    """2e9 as 2G, 3e6 as 3M."""
    for size, letter in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if abs(value) >= size:
            return f"{value / size:g}{letter}"
    return f"{value:g}"


def frame(title: str, x: Axis, y: Axis) -> str:
    middle = (TOP + HEIGHT - BOTTOM) / 2
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(title)}" '
            'font-family="sans-serif" font-size="12">',
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
            f'<text x="{LEFT}" y="22" font-size="15" font-weight="bold">{escape(title)}</text>',
            text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, x.label, "middle"),
            f'<text transform="translate(16 {middle:.0f}) rotate(-90)" text-anchor="middle">{escape(y.label)}</text>',
        ]
    )


def text(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'


def drawn(line: Line, colour: str, place: Callable[[Point], Point]) -> str:
    places = [place(point) for point in line.points]
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    dash = ' stroke-dasharray="6 4"' if line.dashed else ""
    parts = [f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>']
    if line.marked:
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>' for x, y in places]
    for (at, _), (low, high) in zip(line.points, line.intervals, strict=False):
        (x, bottom), (_, top) = place((at, low)), place((at, high))
        parts.append(f'<path d="M{x:.1f} {bottom:.1f}V{top:.1f}" stroke="{colour}" opacity="0.5"/>')
    lowest = [low for low, _ in line.intervals] or [value for _, value in line.points]
    for (at, _), low, name in zip(line.points, lowest, line.names, strict=False):
        x, y = place((at, low))
        parts.append(text(min(x, WIDTH - RIGHT - 24), y + 14, name, "middle"))
    return "\n".join(parts)


def legend(line: Line, colour: str, number: int) -> str:
    """In a row under the title."""
    x = LEFT + 126 * number
    return f'<path d="M{x} 36h14" stroke="{colour}" stroke-width="3"/>' + text(x + 18, 40, line.label, "start")
