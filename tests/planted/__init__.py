"""Planted data: a workbook with something of a person in every place that can hold text, and the search for it in the
copy that may leave. `python -m tests.planted 10000` mutates as many, in processes of their own."""
