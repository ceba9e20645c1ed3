"""Excel on Windows with Python on the PC: Fordel.xlam, and the process it calls."""
