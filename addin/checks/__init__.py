"""Checks before money moves: each says what it has found, nothing where all is well."""
