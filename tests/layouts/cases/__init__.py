"""The layouts, a file for each kind of quirk."""
