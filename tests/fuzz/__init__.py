"""Mutated workbooks through the whole command: `python -m tests.fuzz 10000` runs as many, in processes with a limit."""
