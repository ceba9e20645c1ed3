"""Property tests give the same examples on every machine; slow machines are no failures."""

import sys
from pathlib import Path

from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))  # for the oracle, under every import mode of pytest

settings.register_profile("fordel", deadline=None, derandomize=True, max_examples=150)
settings.load_profile("fordel")
