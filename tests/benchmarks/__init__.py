"""Speed, as ratios against what the user or the library would otherwise do. `python -m tests.benchmarks` prints them."""
