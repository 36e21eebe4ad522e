"""The command line: what goes where, and what the exit code says."""

import json
import subprocess
import sys
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner

from factcheck import cli, engines, graph
from factcheck.cli import options, output
from factcheck.cli.group import Failed
from factcheck.errors import ModelMissing
from factcheck.model import Kind, Severity
from factcheck.reporting import FORMATS, TABLE_FORMATS, load

CRAWL = Path(__file__).parent.parent / "examples" / "crawl"
LEFT = "Three people died in a fire on the ferry Astrid on Tuesday, the coast guard said."
RIGHT = "Five people died in a fire on the ferry Astrid on Tuesday, the coast guard said."


def run(*arguments):
    return CliRunner().invoke(cli.main, list(map(str, arguments)))


@pytest.fixture
def folder(tmp_path):
    for name, text in (("a", LEFT), ("b", RIGHT)):
        (tmp_path / f"{name}.json").write_text(json.dumps({"text": text, "source": name, "date": "2024-03-13"}))
    return tmp_path


@pytest.fixture
def stubbed(monkeypatch, ferry):
    """The stages replaced by a result at hand; what they were asked is kept."""
    asked = {}

    def answer(articles, *, engine, settings, progress, problems):
        asked.update(articles=articles, settings=settings)
        progress("extraction", 0, 2)
        return attrs.evolve(asked.get("result", ferry), problems=tuple(problems))

    monkeypatch.setattr(engines, "reconcile", answer)
    return asked


def test_help_loads_no_parser_and_no_model():
    code = "import sys; from factcheck.cli import main; main(['-h'], standalone_mode=False); print([*sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "reconcile" in loaded
    for module in ("'spacy'", "'numpy'", "'networkx'", "'cattrs'", "'rich'", "'jinja2'", "'factcheck.pipeline'"):
        assert module not in loaded


def test_words_of_the_options_are_those_of_the_model():
    assert set(options.KINDS) == {kind.value for kind in Kind}
    assert set(options.SEVERITIES) == {severity.value for severity in Severity}
    assert set(output.FORMATS) == {*FORMATS, *graph.FORMATS, *TABLE_FORMATS} - {"notebook"}
    assert (set(output.GRAPH_FORMATS), output.TABLE_FORMATS) == (set(graph.FORMATS), TABLE_FORMATS)


def test_version():
    assert run("--version").output.startswith("factcheck, version ")


def test_the_report_goes_to_stdout_and_conflicts_make_1(folder):
    done = run("reconcile", folder)
    assert done.exit_code == 1
    assert "Five people died" in done.stdout and "^^^^" in done.stdout
    assert done.stderr == ""


def test_one_article_is_reported_and_is_no_failure(folder):
    done = run("reconcile", folder / "a.json")
    assert done.exit_code == 0
    assert "only one article" in done.stderr


def test_bad_input_among_good_is_told_and_makes_2(folder):
    (folder / "empty.txt").write_bytes(b"")
    (folder / "x.jsonl").write_text('{"text": "The ferry lay in port."}\n[1]\n')
    done = run("reconcile", folder, "-q")
    assert done.exit_code == 2
    assert "Five people died" in done.stdout
    assert f"factcheck: {(folder / 'empty.txt').as_posix()}: this file is empty" in done.stderr
    assert f"factcheck: {(folder / 'x.jsonl').as_posix()}:2: this is no article" in done.stderr


def test_nothing_readable_makes_2_and_no_report(tmp_path):
    done = run("reconcile", tmp_path)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "the folder holds no article" in done.stderr and "nothing to reconcile" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("reconcile", "nowhere.txt"),
        ("reconcile",),
        ("reconcile", CRAWL, "--kinds", "colour"),
        ("reconcile", CRAWL, "--format", "docx"),
        ("explain", "nowhere.json", "d1"),
        ("nothing",),
    ],
)
def test_wrong_use_makes_2(arguments):
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr and done.stderr


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("r.json", "{\n"),
        ("r.jsonl", '{"record"'),
        ("r.csv", "id,relation"),
        ("r.html", "<!doctype html>"),
        ("r.md", "# Discrepancy report"),
        ("r.graphml", "<"),
        ("r.gexf", "<"),
        ("r.txt", ""),
    ],
)
def test_the_output_s_ending_chooses_the_format(stubbed, tmp_path, name, start):
    done = run("reconcile", CRAWL, "-o", tmp_path / name)
    assert done.stdout == ""
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


@pytest.mark.parametrize(("asked", "ending"), [((), "csv"), (("-f", "parquet"), "parquet")])
def test_a_folder_gets_every_table_in_a_file_of_its_own(stubbed, tmp_path, asked, ending):
    done = run("reconcile", CRAWL, "-o", f"{tmp_path}/new/tables/", *asked)
    assert (done.stdout, done.exit_code) == ("", 1)
    assert {path.name for path in (tmp_path / "new/tables").iterdir()} == {
        f"{table}.{ending}" for table in ("findings", "sides", "facts", "claims")
    }


def test_a_folder_takes_tables_only_and_a_file_is_no_folder(stubbed, tmp_path):
    (tmp_path / "file").write_text("")
    for folder, format_ in ((tmp_path, "html"), (f"{tmp_path}/file/x/", "csv")):
        done = run("reconcile", CRAWL, "-o", folder, "-f", format_)
        assert done.exit_code == 2
        assert done.stderr.startswith("factcheck: ") and "folder" in done.stderr


@pytest.mark.parametrize("format_", (*output.GRAPH_FORMATS[2:], "web-annotation", "claim-review"))
def test_formats_without_an_ending_of_their_own(stubbed, format_):
    assert json.loads(run("reconcile", CRAWL, "-f", format_).stdout)


def test_parquet_to_stdout_is_for_pipes_only(stubbed, monkeypatch):
    assert run("reconcile", CRAWL, "-f", "parquet").stdout_bytes.startswith(b"PAR1")
    monkeypatch.setattr("factcheck.cli.output.sys.stdout", Terminal())
    with pytest.raises(Failed, match="Parquet is no text"):
        output.write_report(stubbed.get("result"), "parquet", None)


class Terminal:
    def isatty(self):
        return True


def test_the_width_of_a_terminal_and_its_colour(monkeypatch):
    monkeypatch.setattr("factcheck.cli.output.sys.stdout", Terminal())
    monkeypatch.setenv("COLUMNS", "70")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert output.terminal(None) == {"width": 70, "color": True}
    assert output.terminal("file") == {"width": 100, "color": False}
    monkeypatch.setenv("NO_COLOR", "1")
    assert output.terminal(None) == {"width": 70, "color": False}
    monkeypatch.setenv("NO_COLOR", "")
    monkeypatch.setenv("TERM", "dumb")
    assert output.terminal(None)["color"] is False


def test_a_missing_library_is_told_with_the_extra_that_brings_it(stubbed, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    done = run("reconcile", CRAWL, "-o", tmp_path / "r.parquet")
    assert done.exit_code == 2
    assert 'pyarrow is not installed; install it with: pip install "factcheck-reconcile[tables]"' in done.stderr


def test_a_saved_reconciliation_loads_and_explains_itself(stubbed, tmp_path, ferry):
    run("reconcile", CRAWL, "-o", tmp_path / "r.json")
    assert load(tmp_path / "r.json").findings == ferry.findings
    done = run("explain", tmp_path / "r.json", ferry.findings[0].id)
    assert done.exit_code == 0
    assert "^" in done.stdout and f"rule        {ferry.findings[0].rule}" in done.stdout
    assert run("explain", tmp_path / "r.json", "zzz").exit_code == 2


@pytest.fixture
def runs(stubbed, ferry, tmp_path):
    """Two saved runs: the older one without the first conflict."""
    first = next(f for f in ferry.findings if f.relation == "conflict" and not f.is_update)
    stubbed["result"] = attrs.evolve(ferry, findings=tuple(f for f in ferry.findings if f is not first))
    run("reconcile", CRAWL, "-o", tmp_path / "old.json")
    stubbed["result"] = ferry
    run("reconcile", CRAWL, "-o", tmp_path / "new.json")
    return tmp_path / "old.json", tmp_path / "new.json", first


def test_diff_tells_new_conflicts_and_makes_1_for_them_only(runs, tmp_path):
    old, new, first = runs
    done = run("diff", old, new)
    assert done.exit_code == 1
    assert "Findings: 1 new, 0 changed, 0 gone, " in done.stdout and first.id in done.stdout
    assert [run("diff", *two).exit_code for two in ((new, old), (new, new))] == [0, 0]
    assert run("diff", old, new, "--fail-on", "none").exit_code == 0
    (tmp_path / "factcheck.toml").write_text('fail-on = "none"')
    assert run("diff", old, new, "--config", tmp_path / "factcheck.toml").exit_code == 0
    assert json.loads(run("diff", old, new, "-f", "json").stdout)["news"] == [first.id]
    assert run("diff", old, new, "-o", tmp_path / "d.json").stdout == ""
    assert json.loads((tmp_path / "d.json").read_text())["format"] == "factcheck-changes"
    assert run("diff", old, tmp_path / "none.json").exit_code == 2


def test_a_baseline_leaves_what_it_does_not_tell(runs):
    old, new, first = runs
    done = run("reconcile", CRAWL, "--baseline", old, "-f", "json")
    assert [finding["id"] for finding in json.loads(done.stdout)["findings"]] == [first.id]
    assert done.exit_code == 1
    assert run("reconcile", CRAWL, "--baseline", new).exit_code == 0
    assert run("reconcile", CRAWL, "--baseline", new.parent / "none.json").exit_code == 2


def test_selection(stubbed, ferry):
    everything = json.loads(run("reconcile", CRAWL, "-f", "json").stdout)["findings"]
    high = json.loads(run("reconcile", CRAWL, "-f", "json", "--min-severity", "high").stdout)["findings"]
    quantities = json.loads(run("reconcile", CRAWL, "-f", "json", "--kinds", "Quantity, time").stdout)["findings"]
    assert high == [finding for finding in everything if finding["severity"] == "high"]
    assert quantities == [finding for finding in everything if finding["kind"] in ("quantity", "time")]
    assert run("reconcile", CRAWL, "--about", "Nobody Atall").exit_code == 2
    entity = next(e for e in ferry.entities)
    assert run("reconcile", CRAWL, "--about", entity.name).exit_code in (0, 1)


@pytest.mark.parametrize(
    ("relations", "fail_on", "code"),
    [
        (["conflict"], "conflict", 1),
        (["conflict"], "none", 0),
        (["refinement"], "conflict", 0),
        (["refinement"], "refinement", 1),
        ([], "refinement", 0),
        (["update"], "conflict", 0),
    ],
)
def test_what_the_exit_code_says(stubbed, ferry, folder, relations, fail_on, code):
    from factcheck.model import Difference

    one = ferry.findings[0]
    made = [
        attrs.evolve(one, relation=Difference("conflict" if r == "update" else r), is_update=r == "update")
        for r in relations
    ]
    stubbed["result"] = attrs.evolve(ferry, findings=tuple(made))
    assert run("reconcile", folder, "--fail-on", fail_on).exit_code == code


def test_claims_are_listed(stubbed, ferry):
    assert "stated" in run("claims", CRAWL).stdout
    assert len(json.loads(run("claims", CRAWL, "-f", "json").stdout)) == len(ferry.claims)


def test_options_reach_the_settings_and_times_are_told(stubbed):
    done = run("reconcile", CRAWL, "--model", "en_core_web_md", "--workers", 2, "-v")
    assert (stubbed["settings"].model, stubbed["settings"].workers) == ("en_core_web_md", 2)
    assert "extraction: 0." in done.stderr


def test_the_command_line_goes_before_the_settings_file(stubbed, ferry, tmp_path):
    path = tmp_path / "factcheck.toml"
    path.write_text('model = "en_core_web_md"\nworkers = 3\nkinds = ["time"]\nfail-on = "none"\none-story = true\n')
    done = run("reconcile", CRAWL, "--config", path, "-f", "json")
    assert (stubbed["settings"].model, stubbed["settings"].workers, done.exit_code) == ("en_core_web_md", 3, 0)
    assert {finding["kind"] for finding in json.loads(done.stdout)["findings"]} <= {"time"}
    done = run("reconcile", CRAWL, "--config", path, "--workers", 1, "--kinds", "", "--fail-on", "conflict")
    assert (stubbed["settings"].model, stubbed["settings"].workers, done.exit_code) == ("en_core_web_md", 1, 1)
    run("claims", CRAWL, "--config", path)
    assert (stubbed["settings"].workers, stubbed["settings"].one_story) == (3, True)
    run("claims", CRAWL, "--one-story")
    assert stubbed["settings"].one_story
    run("claims", CRAWL)
    assert not stubbed["settings"].one_story


def test_a_wrong_settings_file_makes_2_and_is_told_before_anything_is_read(tmp_path):
    path = tmp_path / "factcheck.toml"
    path.write_text("worker = 3\n")
    done = run("reconcile", CRAWL, "--config", path)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"factcheck: {path.as_posix()}: worker: there is no such setting (did you mean 'workers'?)" in done.stderr


def test_a_missing_model_is_told_with_the_command(monkeypatch):
    def missing(*_, **__):
        raise ModelMissing("en_core_web_sm", "pip install x")

    monkeypatch.setattr(engines, "reconcile", missing)
    done = run("reconcile", CRAWL)
    assert done.exit_code == 2
    assert "install one with: pip install x" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize(("error", "code"), [(RuntimeError("broken"), 70), (KeyboardInterrupt(), 130)])
def test_a_defect_and_an_interruption_are_no_conflicts(monkeypatch, error, code):
    def fail(*_, **__):
        raise error

    monkeypatch.setattr(engines, "reconcile", fail)
    assert run("reconcile", CRAWL).exit_code == code


def test_an_output_that_cannot_be_written_makes_2(stubbed, tmp_path):
    (tmp_path / "full.json").symlink_to("/dev/full")
    done = run("reconcile", CRAWL, "-o", tmp_path / "full.json")
    assert done.exit_code == 2
    assert "full.json: this file cannot be written: " in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("reconcile", CRAWL, "-o", "none/r.json"), "none/r.json: there is no folder none; make it first"),
        (
            ("reconcile", CRAWL, "-o", "r.xlsx"),
            "r.xlsx: .xlsx names no format that is written here; choose with --format",
        ),
        (("claims", CRAWL, "-o", "tables/"), "tables/: this is a folder; name a file in it"),
        (
            ("diff", "old.json", "new.json", "-o", "d.html"),
            "d.html: .html names no format that is written here; choose",
        ),
    ],
)
def test_an_output_without_a_place_or_a_format_is_told_before_anything_is_read(monkeypatch, arguments, message):
    monkeypatch.setattr("factcheck.reading.read", pytest.fail)
    done = run(*arguments)
    assert done.exit_code == 2
    assert done.stderr.startswith(f"factcheck: {message}")


def test_a_reader_that_leaves_early_is_no_error(folder):
    command = f"{sys.executable} -m factcheck.cli claims {folder} -f json | head -c 5"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True)
    assert done.stdout == '[\n{"i'
    assert "Traceback" not in done.stderr and "BrokenPipe" not in done.stderr


GERMAN = """Drei Menschen sind am Dienstag bei einem Brand auf der Fähre Astrid gestorben, sagte die Küstenwache.
Die Fähre war mit 212 Menschen an Bord auf dem Weg in den Hafen von Lunden, als das Feuer im Maschinenraum ausbrach.
Der Kapitän sagte, dass die Mannschaft alles getan habe, um die Menschen zu retten. Das Feuer ist nun gelöscht."""
CONTROLS = "<script>alert(1)</script>\x07\x1b[31m\n\n" + LEFT.replace("ferry", "ferry\u202e") + "\x0b\n"


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("c.txt", "* * *\n\n12345\n", "it holds no sentence"),
        ("c.txt", GERMAN, "its language seems to be 'de'"),
        ("c.txt", CONTROLS, None),
        ("c.txt", f"{LEFT} \n\n" * 24_000, None),  # 2 MB
        ("c.json", json.dumps({"text": LEFT, "title": "<script>alert(1)</script>"}), None),
        ("c.json", json.dumps({"text": LEFT, "date": "soon"}), "'soon': this names no day with its year"),
    ],
    ids=["no sentence", "two languages", "control characters", "2 MB", "script in a title", "no date"],
)
def test_strange_articles_do_not_keep_the_others_from_being_reconciled(folder, name, text, message):
    (folder / name).write_text(text, encoding="utf-8")
    done = run("reconcile", folder)
    assert "Five people died" in done.stdout
    assert done.exit_code == (2 if message else 1)
    assert (f"factcheck: {(folder / name).as_posix()}: " in done.stderr) is bool(message)
    assert (message or "") in done.stderr
    assert "\x1b" not in done.stdout and "\u202e" not in done.stdout and "\x07" not in done.stdout
