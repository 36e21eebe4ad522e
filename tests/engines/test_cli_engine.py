"""Engines from the command line."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from factcheck.cli import main


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, [str(each) for each in arguments])


def test_an_engine_reports_the_same(run, request):
    seeds = request.config.rootpath / "seeds"
    plain, local = run("reconcile", "-f", "json", seeds), run("reconcile", "-f", "json", "--engine", "local", seeds)
    assert (local.exit_code, local.stdout) == (plain.exit_code, plain.stdout)


def test_parquet_in_and_out(run, ferry, tmp_path):
    columns = ("id", "text", "source", "title", "published", "url")
    rows = [{name: getattr(each, name) for name in columns} for each in ferry.articles]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "in.parquet")
    result = run("reconcile", "--engine", "local", "--input", "in.parquet", "--output", "out")
    assert (result.exit_code, result.output) == (0, "")
    assert sorted(pq.read_table(tmp_path / "out" / "findings").column("id").to_pylist()) == sorted(
        finding.id for finding in ferry.findings
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--engine", "sparc", "."), "engine: 'sparc' is not allowed here; allowed: local, spark"),
        (("--input", "in.parquet"), "needs -o FOLDER"),
        (("--input", "none.parquet", "-o", "out"), "there is no such Parquet file"),
        ((), "Missing argument 'PATH...'"),
    ],
)
def test_wrong_use(run, tmp_path, arguments, told):
    (tmp_path / "a.txt").write_text("The ferry Astrid sank near the port of Marsk on Tuesday, the police said.")
    result = run("reconcile", *arguments)
    assert result.exit_code == 2
    assert told in result.stderr
