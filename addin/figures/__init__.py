"""Reads the figures the settings point at, strictly: `read.read` tells the order."""
