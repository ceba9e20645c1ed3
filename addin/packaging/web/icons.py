"""The icons, drawn: each is a few shapes in a square from 0 to 1, painted one over the other.

Only sums, products and comparisons decide which points are inside, and the file is not compressed: so every machine
makes the same bytes.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

import numpy as np

from workbook_templates.styles import BLAA, LYS

SIZES = (16, 20, 24, 32, 40, 48, 64, 80)  # pixels: all that Office asks for
FINE = 4  # points across a pixel
WHITE, GREEN, AMBER = "#FFFFFF", "#2E7D32", "#C98A00"

Points = np.ndarray
Shape = Callable[[Points, Points], Points]  # x, y -> which points are inside
Layer = tuple[str, Shape]  # in this colour


def disk(cx: float, cy: float, r: float) -> Shape:
    return lambda x, y: (x - cx) ** 2 + (y - cy) ** 2 <= r * r


def ring(cx: float, cy: float, r: float, inner: float) -> Shape:
    return lambda x, y: disk(cx, cy, r)(x, y) & ~disk(cx, cy, inner)(x, y)


def box(left: float, top: float, right: float, bottom: float, r: float = 0.0) -> Shape:
    """With corners rounded by r."""
    def inside(x: Points, y: Points) -> Points:
        dx = np.maximum(np.maximum(left + r - x, x - right + r), 0)
        dy = np.maximum(np.maximum(top + r - y, y - bottom + r), 0)
        return dx * dx + dy * dy <= r * r
    return inside


def stroke(*points: tuple[float, float], width: float) -> Shape:
    """A line through points, with round ends."""
    def inside(x: Points, y: Points) -> Points:
        found = np.zeros(x.shape, dtype=bool)
        for (ax, ay), (bx, by) in zip(points, points[1:]):
            dx, dy = bx - ax, by - ay
            along = np.clip(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy), 0, 1)
            found |= (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2 <= width * width / 4
        return found
    return inside


def polygon(*points: tuple[float, float]) -> Shape:
    """A convex one, its corners clockwise."""
    def inside(x: Points, y: Points) -> Points:
        found = np.ones(x.shape, dtype=bool)
        for (ax, ay), (bx, by) in zip(points, (*points[1:], points[0])):
            found &= (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0
        return found
    return inside


def both(one: Shape, other: Shape) -> Shape:
    return lambda x, y: one(x, y) & other(x, y)


def without(one: Shape, other: Shape) -> Shape:
    return lambda x, y: one(x, y) & ~other(x, y)


_WEDGE = polygon((0.5, 0.5), (0.5, -0.5), (1.5, -0.5), (1.5, 0.29))  # a quarter and a little
_REST = without(disk(0.48, 0.52, 0.42), _WEDGE)
_PAGE = box(0.14, 0.08, 0.86, 0.92, 0.08)
_ROUND = without(ring(0.52, 0.56, 0.36, 0.235), box(-1, -1, 0.52, 0.56))  # three quarters of a ring

_SLICE = both(disk(0.56, 0.44, 0.42), polygon((0.56, 0.44), (0.56, -1), (2, -1), (2, 0.12)))  # drawn out of it

ICONS: dict[str, tuple[Layer, ...]] = {
    "fordel": ((BLAA, _REST), (GREEN, _SLICE)),
    "pulje": ((BLAA, _REST), (GREEN, _SLICE),
              (WHITE, both(disk(0.48, 0.52, 0.42), stroke((0.48, 0.52), (0.16, 0.86), width=0.05)))),
    "tjek": ((BLAA, _PAGE), (LYS, box(0.21, 0.15, 0.79, 0.85, 0.04)),
             (GREEN, stroke((0.3, 0.52), (0.45, 0.68), (0.72, 0.34), width=0.13))),
    "opsaetning": tuple(layer for y, knob in ((0.22, 0.68), (0.5, 0.32), (0.78, 0.6)) for layer in (
        (BLAA, stroke((0.1, y), (0.9, y), width=0.09)), (BLAA, disk(knob, y, 0.14)), (LYS, disk(knob, y, 0.075)))),
    "puljer": tuple(layer for y, colour in ((0.26, BLAA), (0.74, GREEN)) for layer in (
        (colour, disk(0.27, y, 0.18)), (BLAA, stroke((0.58, y), (0.88, y), width=0.12)))),
    "efterse": ((BLAA, ring(0.42, 0.42, 0.34, 0.23)), (LYS, disk(0.42, 0.42, 0.23)),
                (BLAA, stroke((0.68, 0.68), (0.88, 0.88), width=0.14))),
    "sagsbilag": ((BLAA, _PAGE), (LYS, box(0.21, 0.15, 0.79, 0.85, 0.04)),
                  (BLAA, stroke((0.31, 0.27), (0.69, 0.27), width=0.1)),
                  *((GREEN, stroke((0.31, y), (x, y), width=0.09))
                    for y, x in ((0.46, 0.7), (0.6, 0.56), (0.74, 0.42)))),
    "klargoer": ((BLAA, _PAGE), (LYS, box(0.21, 0.15, 0.79, 0.85, 0.04)),
                 (GREEN, stroke((0.32, 0.6), (0.68, 0.6), width=0.1)),
                 (GREEN, polygon((0.6, 0.42), (0.82, 0.6), (0.6, 0.78)))),
    "udmelding": ((BLAA, box(0.08, 0.2, 0.92, 0.8, 0.07)), (LYS, box(0.15, 0.27, 0.85, 0.73, 0.03)),
                  (GREEN, stroke((0.15, 0.3), (0.5, 0.56), (0.85, 0.3), width=0.09))),
    "skabelon": ((BLAA, _PAGE), (LYS, box(0.21, 0.15, 0.79, 0.85, 0.04)),
                 (GREEN, stroke((0.5, 0.33), (0.5, 0.69), width=0.11)),
                 (GREEN, stroke((0.32, 0.51), (0.68, 0.51), width=0.11))),
    "fortryd": ((BLAA, _ROUND), (BLAA, box(0.38, 0.2, 0.53, 0.325)),
                (BLAA, polygon((0.14, 0.262), (0.42, 0.04), (0.42, 0.484)))),
    "rude": ((BLAA, box(0.06, 0.14, 0.94, 0.86, 0.07)), (WHITE, box(0.13, 0.28, 0.56, 0.79, 0.02)),
             (LYS, box(0.62, 0.28, 0.87, 0.79, 0.02)), (BLAA, stroke((0.68, 0.4), (0.81, 0.4), width=0.06)),
             (BLAA, stroke((0.68, 0.54), (0.81, 0.54), width=0.06))),
    "fejl": ((AMBER, stroke((0.5, 0.16), (0.88, 0.84), (0.12, 0.84), (0.5, 0.16), width=0.12)),
             (AMBER, polygon((0.5, 0.16), (0.88, 0.84), (0.12, 0.84))),
             (WHITE, stroke((0.5, 0.38), (0.5, 0.58), width=0.1)), (WHITE, disk(0.5, 0.74, 0.06))),
    "om": ((BLAA, disk(0.5, 0.5, 0.42)), (WHITE, disk(0.5, 0.28, 0.065)),
           (WHITE, stroke((0.5, 0.46), (0.5, 0.74), width=0.11))),
    "funktioner": ((BLAA, both(ring(0.42, 0.24, 0.16, 0.07), box(-1, -1, 2, 0.24))),
                   (BLAA, stroke((0.305, 0.24), (0.235, 0.88), width=0.095)),
                   (BLAA, stroke((0.14, 0.46), (0.46, 0.46), width=0.09)),
                   (GREEN, stroke((0.55, 0.46), (0.88, 0.86), width=0.1)),
                   (GREEN, stroke((0.88, 0.46), (0.55, 0.86), width=0.1))),
}


def png(icon: str, size: int) -> bytes:
    """The icon on a transparent ground."""
    steps = (np.arange(size * FINE) + 0.5) / (size * FINE)
    x, y = np.meshgrid(steps, steps)
    points = np.zeros((size * FINE, size * FINE, 4))
    for colour, shape in ICONS[icon]:
        points[shape(x, y)] = [*bytes.fromhex(colour[1:]), 255]
    parts = points.reshape(size, FINE, size, FINE, 4)
    alpha = parts[..., 3].sum(axis=(1, 3))
    painted = (parts[..., :3] * parts[..., 3:]).sum(axis=(1, 3)) / np.maximum(alpha, 1)[..., None]
    pixels = np.dstack([painted, alpha / FINE**2]).round().astype(np.uint8)
    return _file(pixels)


def _file(pixels: np.ndarray) -> bytes:
    """A PNG with a list of colours, which must be few enough for it."""
    size = len(pixels)
    colours, numbers = np.unique(pixels.reshape(-1, 4), axis=0, return_inverse=True)
    assert len(colours) <= 256
    rows = numbers.reshape(size, size).astype(np.uint8)
    data = b"".join(b"\0" + row.tobytes() for row in rows)
    header = struct.pack(">IIBBBBB", size, size, 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", colours[:, :3].tobytes()), (b"tRNS", colours[:, 3].tobytes()),
              (b"IDAT", _stored(data)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(struct.pack(">I", len(body)) + kind + body
                                           + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks)


def _stored(data: bytes) -> bytes:
    """As zlib has it when nothing is compressed, written here: what compresses is not the same everywhere."""
    assert len(data) < 1 << 16
    block = b"\x01" + struct.pack("<HH", len(data), len(data) ^ 0xFFFF) + data
    return b"\x78\x01" + block + struct.pack(">I", zlib.adler32(data))
