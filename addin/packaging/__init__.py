"""Builds what is handed out: text and zip only, from the descriptions of the functions. Needs no office program."""
