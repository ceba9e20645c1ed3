"""A release: our packages, what is installed in a spreadsheet program, and what they are made of."""
