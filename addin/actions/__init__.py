"""One module a button: pure functions from a Snapshot and choices to a Plan, Questions or a Refusal."""
