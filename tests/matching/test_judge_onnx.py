"""The adapter for models on disk, with tiny models that are made here: no word is worth anything but a few."""

import json
import sys

import numpy as np
import pytest

from factcheck.errors import ExtraMissing, JudgeError
from factcheck.matching import match
from factcheck.matching.judge_onnx import OnnxJudge

onnx = pytest.importorskip("onnx")
pytest.importorskip("onnxruntime")
tokenizers = pytest.importorskip("tokenizers")

WORDS = ["[PAD]", "[UNK]", "bridge", "river", "school"]
SAME = ("the bridge fell", "a bridge collapsed")
OTHER = ("the school opened", "a school in Lind")


def save_tokenizer(folder, padding=False):
    vocabulary = {word: number for number, word in enumerate(WORDS)}
    tokenizer = tokenizers.Tokenizer(tokenizers.models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    if padding:
        tokenizer.enable_padding(pad_id=0, pad_token="[PAD]")
    tokenizer.save(str(folder / "tokenizer.json"))


def save_model(path, worth, asks=("input_ids",), reduced=True):
    """A model whose outputs are, for each label, the sum of what the words of the pair are worth."""
    helper, kind = onnx.helper, onnx.TensorProto
    table = np.array(worth, np.float32)
    nodes = [helper.make_node("Gather", ["table", asks[0]], ["gathered"])]
    if reduced:
        nodes.append(helper.make_node("ReduceSum", ["gathered", "axes"], ["logits"], keepdims=0))
    else:
        nodes.append(helper.make_node("Identity", ["gathered"], ["logits"]))
    shape = ["n", table.shape[1]] if reduced else ["n", "length", table.shape[1]]
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info(name, kind.INT64, ["n", "length"]) for name in asks],
        [helper.make_tensor_value_info("logits", kind.FLOAT, shape)],
        [
            onnx.numpy_helper.from_array(table, "table"),
            onnx.numpy_helper.from_array(np.array([1], np.int64), "axes"),
        ],
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    path.parent.mkdir(exist_ok=True)
    onnx.save(made, str(path))


ONE = [[0.0], [0.0], [3.0], [0.5], [-3.0]]  # what each word of WORDS is worth
TWO = [[0.0, 0.0], [0.0, 0.0], [0.0, 3.0], [0.0, 0.5], [3.0, 0.0]]
# contradiction, entailment, neutral
THREE = [[0, 0, 0], [0, 0, 0], [0, 3.0, 0], [9.0, 0, 0], [0, 0, 3.0]]


@pytest.fixture
def folder(tmp_path):
    save_tokenizer(tmp_path)
    save_model(tmp_path / "model.onnx", ONE)
    return tmp_path


def test_one_output_is_a_logit(folder):
    assert OnnxJudge(folder).probabilities([SAME, OTHER]) == pytest.approx([0.997527, 0.002473], abs=1e-6)


def test_the_second_of_two_outputs_says_the_same_unless_the_labels_tell(folder):
    save_model(folder / "model.onnx", TWO)
    one, other = OnnxJudge(folder).probabilities([SAME, OTHER])
    assert one > 0.9 and other < 0.1
    (folder / "config.json").write_text(json.dumps({"id2label": {"0": "Paraphrase", "1": "other"}}), encoding="utf-8")
    assert OnnxJudge(folder).probabilities([SAME, OTHER]) == pytest.approx([other, one], abs=1e-6)


def test_a_contradiction_says_nothing_on_whether_both_tell_of_one_thing(folder):
    save_model(folder / "model.onnx", THREE)
    labels = {"0": "CONTRADICTION", "1": "ENTAILMENT", "2": "NEUTRAL"}
    (folder / "config.json").write_text(json.dumps({"id2label": labels}), encoding="utf-8")
    one, other, against = OnnxJudge(folder).probabilities([SAME, OTHER, ("the river rose", "a river fell")])
    assert one > 0.9
    assert other < 0.1
    assert against == 0.5


def test_three_outputs_without_names_are_an_error(folder):
    save_model(folder / "model.onnx", THREE)
    with pytest.raises(JudgeError, match=r"none is called 'entailment'.*id2label"):
        OnnxJudge(folder).probabilities([SAME])


def test_a_pair_gets_the_same_answer_alone_and_in_any_batch_and_order(folder):
    pairs = [SAME, OTHER, ("river", "bridge school river with many other words"), SAME] * 3
    answers = OnnxJudge(folder, batch=5).probabilities(pairs)
    assert answers == OnnxJudge(folder, batch=1).probabilities(pairs)
    assert answers == OnnxJudge(folder).probabilities([pair[::-1] for pair in pairs])
    assert OnnxJudge(folder).probabilities([]) == []


def test_long_pairs_are_cut(folder):
    long = ("river " * 50, "bridge " * 50)
    assert OnnxJudge(folder, longest=8).probabilities([long]) != OnnxJudge(folder).probabilities([long])


def test_it_finds_an_export_in_its_own_folder_and_keeps_the_padding_of_the_tokenizer(tmp_path):
    save_tokenizer(tmp_path, padding=True)
    save_model(tmp_path / "onnx" / "model.onnx", ONE, asks=("input_ids", "attention_mask", "token_type_ids"))
    judge = OnnxJudge(str(tmp_path))
    assert judge.name == tmp_path.name
    assert judge.probabilities([SAME, ("bridge", "a")])[0] > 0.9


def test_the_matcher_hears_it(folder, flood):
    pairs = [pair for fact in match(flood, judge=OnnxJudge(folder)) for pair in fact.pairs]
    assert any(f"judge: {folder.name}" in pair.features for pair in pairs)


@pytest.mark.parametrize(
    ("missing", "told"),
    [("model.onnx", "no model.onnx"), ("tokenizer.json", "no tokenizer.json"), ("", "no such folder")],
)
def test_what_is_missing_is_told_at_once(folder, missing, told):
    if missing:
        (folder / missing).unlink()
    with pytest.raises(JudgeError, match=told):
        OnnxJudge(folder if missing else folder / "nowhere")


@pytest.mark.parametrize(
    ("name", "told"), [("model.onnx", "model.onnx cannot be loaded"), ("tokenizer.json", "tokenizer.json cannot")]
)
def test_a_damaged_file_is_named(folder, name, told):
    (folder / name).write_bytes(b"\x00 no such thing")
    with pytest.raises(JudgeError, match=told):
        OnnxJudge(folder).probabilities([SAME])


@pytest.mark.parametrize("content", ["{", "[]", '{"id2label": {"first": "same"}}'])
def test_a_damaged_config_is_named(folder, content):
    save_model(folder / "model.onnx", TWO)
    (folder / "config.json").write_text(content, encoding="utf-8")
    with pytest.raises(JudgeError, match=r"config.json cannot be used"):
        OnnxJudge(folder).probabilities([SAME])


def test_a_model_of_another_shape_is_an_error(folder):
    save_model(folder / "model.onnx", [[0.0] * 4] * len(WORDS))
    with pytest.raises(JudgeError, match=r"one, two or three numbers"):
        OnnxJudge(folder).probabilities([SAME])
    save_model(folder / "model.onnx", ONE, reduced=False)
    with pytest.raises(JudgeError, match=r"one row for each pair"):
        OnnxJudge(folder).probabilities([SAME])


def test_a_model_that_asks_for_something_else_is_an_error(folder):
    save_model(folder / "model.onnx", ONE, asks=("pixels",))
    with pytest.raises(JudgeError, match=r"'pixels'"):
        OnnxJudge(folder).probabilities([SAME])


@pytest.mark.parametrize("package", ["onnxruntime", "tokenizers"])
def test_without_the_extra_the_error_says_how_to_install_it(folder, monkeypatch, package):
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ExtraMissing, match=r"factcheck-reconcile\[judge\]"):
        OnnxJudge(folder).probabilities([SAME])
