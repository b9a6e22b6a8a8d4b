"""Everything the program can do; imports no Qt."""

__version__ = "0.1.0"
