"""Articles whose parse is known beforehand are in tests/store/plain.py; workers of Spark find it, too."""

import os
import sys
from pathlib import Path

import pytest

HOME = str(Path(__file__).parent.parent / "store")
sys.path.insert(0, HOME)


@pytest.fixture(scope="session")
def spark():
    """Spark on two cores of this machine; started once."""
    pytest.importorskip("pyspark")
    from factcheck.engines.spark import Spark
    from factcheck.errors import EngineError

    before = os.environ.get("PYTHONPATH", "")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [HOME, before]))
    try:
        engine = Spark(master="local[2]", partitions=4)
    except EngineError as error:
        pytest.skip(str(error))
    finally:
        os.environ["PYTHONPATH"] = before
    with engine:
        yield engine
