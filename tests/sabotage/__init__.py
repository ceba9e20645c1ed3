"""A finished result, and all that somebody may do to it: each must turn the control from OK into IKKE OK."""
