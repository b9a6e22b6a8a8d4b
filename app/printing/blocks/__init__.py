"""Blocks draw what a sheet says: each turns its values into strips of the sheet."""

from __future__ import annotations

from collections.abc import Callable

from app.printing.blocks import (
    box,
    chart,
    close,
    contents,
    fields,
    grid,
    halves,
    note,
    pictures,
    prose,
    rows,
    signatures,
)
from app.printing.blocks.strip import Strip
from app.printing.sheet import (
    Addressee,
    Attachments,
    Block,
    Box,
    Chart,
    Close,
    Contents,
    Fields,
    Grid,
    Halves,
    Note,
    Pictures,
    Prose,
    Rows,
    Signatures,
)

_STRIPS: dict[type[Block], Callable[..., list[Strip]]] = {
    Rows: rows.strips,
    Box: box.strips,
    Grid: grid.strips,
    Chart: chart.strips,
    Signatures: signatures.strips,
    Note: note.strips,
    Addressee: prose.addressee,
    Prose: prose.strips,
    Attachments: close.attachments,
    Close: close.strips,
    Fields: fields.strips,
    Contents: contents.strips,
    Halves: halves.strips,
}


def strips_of(block: Block, width: float, room: float, *, near: bool = False) -> list[Strip]:
    """Return the strips of a block for a sheet `width` wide on pages with `room` points.

    The lines of boxes may be set as `near` to each other as those of cells.
    """
    if isinstance(block, Pictures):
        return pictures.strips(block, width, room)
    if near and isinstance(block, Box):
        return box.strips(block, width, near=True)
    return _STRIPS[type(block)](block, width)
