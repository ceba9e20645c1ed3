"""Settles what a run is made with: `settle.settle` tells the order. Pure: asks, refuses, or answers with a Setup."""
