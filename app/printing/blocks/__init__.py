"""Blocks draw what a sheet says: each turns its values into strips of the one ruled table."""

from __future__ import annotations

from app.printing.blocks import box, grid, note, pictures, rows, signatures
from app.printing.blocks.strip import Strip
from app.printing.sheet import Block, Box, Grid, Note, Pictures, Rows, Signatures


def strips_of(block: Block, width: float, room: float) -> list[Strip]:
    """Return the strips of a block for a table `width` wide on pages with `room` points."""
    match block:
        case Rows():
            return rows.strips(block, width)
        case Box():
            return box.strips(block, width)
        case Grid():
            return grid.strips(block, width)
        case Signatures():
            return signatures.strips(block, width)
        case Pictures():
            return pictures.strips(block, width, room)
        case Note():
            return note.strips(block, width)
