"""Fordel at its edges: actions, and the hosts they run in."""
