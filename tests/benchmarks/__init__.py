"""Speed, as ratios against what one would otherwise do. `python -m tests.benchmarks` prints them."""
