"""The add-in for Excel on Windows, Fordel.xlam: built from text on any machine, gathered for a PC, put on it."""
