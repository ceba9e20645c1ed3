"""One module a button: pure functions from a Snapshot and choices to a Plan, a Question or a Refusal."""
