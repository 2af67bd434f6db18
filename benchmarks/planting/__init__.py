"""Plants one defect at a time in clean reports, to see what is found of it and where."""

import sys
from pathlib import Path

# the samples' own script, whose writers and forms these reports go through
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "samples"))
