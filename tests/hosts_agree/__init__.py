"""One rule, one action: the same answer in every host."""
