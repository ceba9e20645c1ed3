"""One file, one function, one cell name: fordel_pulje.py holds FORDEL_PULJE."""
