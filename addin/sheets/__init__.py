"""One module a sheet of ours: figures in, a SheetPlan out."""
