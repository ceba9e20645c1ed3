"""The whole action against an oracle in exact fractions: random combinations of all settings. See `__main__`."""
