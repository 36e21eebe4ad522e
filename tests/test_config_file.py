"""Settings files: where they are looked for, what they may say, and errors that name the file and the key."""

import json
import re
import typing
from pathlib import Path

import attrs
import pytest

from factcheck import ConfigFileError, Settings
from factcheck.cli import options
from factcheck.config import Reporting, load
from factcheck.config_file import read_table
from factcheck.model import Kind, Severity


def written(folder, text, name="factcheck.toml"):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_every_setting_of_a_file_arrives(tmp_path):
    path = written(
        tmp_path,
        'model = "en_core_web_md"\nworkers = 2\nmatch-threshold = 0.5\nmin_confidence = 1\n'
        'kinds = ["quantity", "time"]\nmin-severity = "high"\nfail-on = "refinement"\n',
    )
    settings, reporting = load(path)
    assert settings == attrs.evolve(
        Settings(), model="en_core_web_md", workers=2, match_threshold=0.5, min_confidence=1.0
    )
    assert isinstance(settings.min_confidence, float)
    assert reporting == Reporting(kinds=("quantity", "time"), min_severity="high", fail_on="refinement")
    assert Settings.load(path) == settings


def test_the_words_of_the_settings_are_those_of_the_model():
    types = typing.get_type_hints(Reporting)
    assert set(typing.get_args(typing.get_args(types["kinds"])[0])) == {kind.value for kind in Kind}
    assert typing.get_args(types["min_severity"]) == tuple(severity.value for severity in Severity)
    assert typing.get_args(types["fail_on"]) == options.FAIL_ON


def test_the_nearest_file_is_taken_upwards_from_the_folder(tmp_path):
    inner = tmp_path / "a" / "b"
    written(tmp_path, "[tool.factcheck]\nworkers = 7\n", "pyproject.toml")
    written(tmp_path / "a", "[tool.other]\nworkers = 8\n", "pyproject.toml")
    written(inner, "", "notes.txt")
    assert read_table(start=inner).values == {"workers": 7}
    assert read_table(start=inner).path.endswith("/pyproject.toml")
    written(tmp_path / "a", "workers = 9\n")
    assert read_table(start=inner).values == {"workers": 9}, "factcheck.toml, and the nearer one"


def test_settings_load_looks_in_the_current_folder(tmp_path, monkeypatch):
    written(tmp_path, "workers = 3\n")
    monkeypatch.chdir(tmp_path)
    assert Settings.load().workers == 3


def test_without_a_file_there_are_the_defaults(tmp_path, monkeypatch):
    monkeypatch.setattr("factcheck.config_file.OWN_FILE", "no such file")
    monkeypatch.setattr("factcheck.config_file.SHARED_FILE", "nor this")
    assert load() == (Settings(), Reporting())
    assert load(written(tmp_path, "", "empty.toml")) == (Settings(), Reporting())


def test_a_named_pyproject_without_the_table_says_nothing(tmp_path):
    assert load(written(tmp_path, "[project]\nname = 'x'\n", "pyproject.toml")) == (Settings(), Reporting())


@pytest.mark.parametrize(
    ("text", "key", "reason"),
    [
        (
            "min-confidance = 0.5",
            "min-confidance",
            "there is no such setting (did you mean 'min-confidence'?); there are: ",
        ),
        ("colour = 1", "colour", "there is no such setting; there are: model, "),
        ("workers = '2'", "workers", "'2' is a string; a whole number is expected"),
        ("workers = true", "workers", "True is true or false; a whole number is expected"),
        ("workers = 2.5", "workers", "2.5 is a number; a whole number is expected"),
        ("workers = 0", "workers", "'workers' must be >= 1: 0"),
        ("min-confidence = 1.5", "min-confidence", "must be <= 1.0"),
        ("model = 3", "model", "3 is a whole number; a string is expected"),
        ("model = 2024-03-12", "model", "is something else; a string is expected"),
        ("kinds = 'quantity'", "kinds", "'quantity' is a string; a list is expected"),
        (
            "kinds = ['quantity', 'tyme']",
            "kinds",
            "'tyme' is not allowed here (did you mean 'time'?); allowed: quantity",
        ),
        ("kinds = [1]", "kinds", "1 is a whole number; one of quantity, time"),
        ("min-severity = 'grave'", "min-severity", "'grave' is not allowed here; allowed: high, medium, low"),
        ("min-severity = 'High'", "min-severity", "(did you mean 'high'?)"),
        ("workers = 1\n[nested]\nx = 1", "nested", "there is no such setting"),
        ("fail_on = 'none'\nfail-on = 'none'", "fail-on", "stands here twice"),
    ],
)
@pytest.mark.parametrize(("name", "prefix"), [("factcheck.toml", ""), ("pyproject.toml", "tool.factcheck.")])
def test_what_is_wrong_is_told_with_the_file_the_key_and_the_right_one(tmp_path, name, prefix, text, key, reason):
    table = f"[tool.factcheck]\n{text}\n".replace("[nested]", "[tool.factcheck.nested]")
    path = written(tmp_path, text if name == "factcheck.toml" else table, name)
    with pytest.raises(ConfigFileError) as caught:
        load(path)
    error = caught.value
    assert (error.path, error.key) == (path.as_posix(), prefix + key)
    assert reason in error.reason
    assert str(error) == f"{path.as_posix()}: {prefix}{key}: {error.reason}"


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("factcheck.toml", b"workers =", "this is no TOML: "),
        ("factcheck.toml", b"model = '\xff'", "this is no TOML: "),
        ("pyproject.toml", b"[tool]\nfactcheck = 3", "tool.factcheck: this is no table"),
        ("absent/factcheck.toml", None, "this file cannot be read: No such file"),
    ],
)
def test_a_file_that_cannot_be_used_at_all(tmp_path, name, text, message):
    path = tmp_path / name
    if text is not None:
        path.write_bytes(text)
    with pytest.raises(ConfigFileError) as caught:
        load(path)
    assert str(caught.value).startswith(f"{path.as_posix()}: {message}")


def test_the_page_about_settings_has_every_one_with_its_default():
    page = (Path(__file__).parent.parent / "docs" / "configuration.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `([a-z-]+)` \|[^|]*\| `([^`]*)` \|", page, re.MULTILINE))
    fields = [field for kind in (Settings, Reporting) for field in attrs.fields(kind)]
    assert told == {
        field.name.replace("_", "-"): json.dumps(list(field.default) if field.default == () else field.default)
        for field in fields
    }
