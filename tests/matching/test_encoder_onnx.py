"""The adapter for sentence encoders on disk, with tiny models that are made here."""

import sys

import numpy as np
import pytest

from factcheck.config import Settings
from factcheck.errors import EncoderError, ExtraMissing
from factcheck.matching import encoder_onnx, match
from factcheck.matching.encoder_onnx import PACKAGED, OnnxEncoder, open_encoder

onnx = pytest.importorskip("onnx")
pytest.importorskip("onnxruntime")
tokenizers = pytest.importorskip("tokenizers")

WORDS = ["[PAD]", "[UNK]", "bridge", "river", "school"]
TABLE = [[9.0, 9.0], [0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [-1.0, 0.0]]  # padding would show


def save_tokenizer(folder, fixed=False):
    vocabulary = {word: number for number, word in enumerate(WORDS)}
    tokenizer = tokenizers.Tokenizer(tokenizers.models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    if fixed:
        tokenizer.enable_padding(pad_id=0, pad_token="[PAD]", length=64)
    tokenizer.save(str(folder / "tokenizer.json"))


def save_model(folder, pooled=False, table=TABLE):
    """A vector for each token, or their sum for each text."""
    helper, kind = onnx.helper, onnx.TensorProto
    nodes = [helper.make_node("Gather", ["table", "input_ids"], ["tokens"])]
    if pooled:
        nodes.append(helper.make_node("ReduceSum", ["tokens", "axes"], ["out"], keepdims=0))
    else:
        nodes.append(helper.make_node("Identity", ["tokens"], ["out"]))
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info("input_ids", kind.INT64, ["n", "length"])],
        [helper.make_tensor_value_info("out", kind.FLOAT, ["n", 2] if pooled else ["n", "length", 2])],
        [
            onnx.numpy_helper.from_array(np.array(table, np.float32), "table"),
            onnx.numpy_helper.from_array(np.array([1], np.int64), "axes"),
        ],
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.save(made, str(folder / "model.onnx"))


@pytest.fixture
def folder(tmp_path):
    save_tokenizer(tmp_path)
    save_model(tmp_path)
    return tmp_path


def test_tokens_are_averaged_without_the_padding(folder):
    encoder = OnnxEncoder(folder)
    assert encoder.name == folder.name
    assert encoder.encode(["bridge", "river river river river", "bridge river"]) == pytest.approx(
        np.array([[1, 0], [0, 1], [0.5**0.5, 0.5**0.5]])
    )
    assert len(encoder.encode([])) == 0


def test_a_text_gets_the_same_vector_in_any_batch(folder):
    texts = ["bridge", "river school river bridge", "school", "bridge river"]
    one_by_one = OnnxEncoder(folder, batch=1).encode(texts)
    assert OnnxEncoder(folder, batch=3).encode(texts).tolist() == one_by_one.tolist()
    save_tokenizer(folder, fixed=True)
    assert OnnxEncoder(folder).encode(texts).tolist() == one_by_one.tolist()


def test_a_model_that_pools_is_taken_at_its_word(folder):
    save_model(folder, pooled=True)
    assert OnnxEncoder(folder).encode(["bridge bridge"]) == pytest.approx(np.array([[1, 0]]))


def test_long_texts_are_cut(folder):
    long = "river " * 20 + "bridge"
    assert OnnxEncoder(folder, longest=8).encode([long]) == pytest.approx(np.array([[0, 1]]))
    assert OnnxEncoder(folder).encode([long])[0, 0] > 0


def test_the_setting_names_a_folder_and_the_matcher_hears_it(folder, flood):
    facts = match(flood, Settings(meaning=str(folder)))
    assert facts
    assert open_encoder("") is None
    assert open_encoder(str(folder)) is open_encoder(str(folder))


@pytest.mark.parametrize("missing", ["model.onnx", "tokenizer.json"])
def test_what_is_missing_is_told_at_once(folder, missing):
    (folder / missing).unlink()
    with pytest.raises(EncoderError, match=rf"no {missing}"):
        OnnxEncoder(folder)
    with pytest.raises(EncoderError, match="there is no such folder"):
        OnnxEncoder(folder / "nowhere")


def test_a_model_of_another_shape_is_an_error(folder):
    save_model(folder, table=[[[1.0, 0.0]]] * len(WORDS))
    with pytest.raises(EncoderError, match="one vector for each"):
        OnnxEncoder(folder).encode(["bridge"])


def test_without_the_package_the_error_says_how_to_install_it(folder, monkeypatch):
    monkeypatch.setattr(encoder_onnx, "PACKAGE", "no_such_package_of_a_model")
    with pytest.raises(ExtraMissing, match=r"factcheck-reconcile\[meaning\]"):
        OnnxEncoder(PACKAGED)
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(ExtraMissing, match=r"onnxruntime .*factcheck-reconcile\[meaning\]"):
        open_encoder(str(folder))


def test_the_packaged_model_is_read_with_the_word_pieces_that_come_with_the_library(folder, monkeypatch):
    save_model(folder, table=np.eye(30522, 2, dtype=np.float32) + 1)
    monkeypatch.setattr(encoder_onnx, "_packaged", lambda: folder / "model.onnx")
    encoder = OnnxEncoder()
    assert encoder.name == PACKAGED
    tokens = encoder._model._tokenizer.encode("Floodwaters ROSE in Zürich.").tokens
    assert tokens == ["[CLS]", "flood", "##water", "##s", "rose", "in", "zurich", ".", "[SEP]"]
    assert encoder.encode(["bridge"]).shape == (1, 2)
