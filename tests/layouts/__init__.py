"""Layouts as kommuner keep them, the truth beside each, and a report of what the finding makes of them."""
