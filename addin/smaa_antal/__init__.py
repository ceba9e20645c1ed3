"""Small counts: what published figures give away about few children, and what to show, hide or word instead.

Pure: figures in, answers out. No amount is ever changed here, and nothing here says that a figure is safe.
"""
