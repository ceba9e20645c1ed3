"""Where actions run: bare files, and later Excel and Calc. A host imports no other host."""
