"""The engines that look at photos: each is built once, when it is first needed, and then kept."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import openvino
from openvino import opset13 as ops
from openvino.preprocess import ColorFormat, PrePostProcessor

from vision.catalogue import models, writing
from vision.face_network import Describer, Floats, agrees_with_dlib, build_face_network
from vision.image import Pixels


@dataclass(frozen=True, slots=True)
class TextReader:
    """PP-OCRv6 (the small models) as two compiled OpenVINO networks.

    `finder`: (1, H, W, 3) bytes in RGB, H and W multiples of 32, to (1, 1, H, W) probability of writing.
    `reader`: (N, 48, W, 3) bytes in RGB to (N, W / 8, letters) probabilities; `alphabet` names the letters,
    the first of which is "no letter here".
    """

    finder: Any
    reader: Any
    alphabet: tuple[str, ...]


SecondReader = Callable[[Pixels], tuple[str, float] | None]
"""Reads one upright line, (height, width) of grey bytes, to its words and how sure they are (0 to 1); None where
there is no answer. It never raises. Whoever starts it keeps it: here is only where the finders ask for it."""

NOTHING_KEPT = {"CPU_RUNTIME_CACHE_CAPACITY": 0}
"""OpenVINO keeps what it prepared for each new size of picture, 100 MB a size, and frees none of it before 5000
parts are kept: after about 18 photos of different sizes the process's allowance of 3 GB was spent and every
further photo failed. Without that store it stays at 1.4 GB, for 5 % more time (measured November 2026 on
twelve photos of twelve sizes)."""


class Sessions:
    """Builds each compiled model or engine once, lazily, and keeps it.

    `cache_dir` is a folder in which compiled models may be kept under their file's hash; without it nothing
    is written. Safe to use from several threads: a model is never built twice.
    """

    def __init__(self, cache_dir: Path | None = None, *, second_reader: SecondReader | None = None) -> None:
        self._cache_dir = cache_dir
        self._second_reader = second_reader
        self._lock = threading.RLock()
        self._kept: dict[str, Any] = {}

    def _once(self, name: str, build: Callable[[], Any]) -> Any:
        with self._lock:
            if name not in self._kept:
                self._kept[name] = build()
            return self._kept[name]

    def centerface(self) -> Any:
        """CenterFace as a compiled OpenVINO model; to be called from one thread at a time.

        Input (N, H, W, 3), bytes in RGB, H and W multiples of 32. Outputs: heat (N, 1, H/4, W/4), logarithm
        of the size, offset (N, 2, …; row first), landmarks (N, 10, …).
        """
        return self._once("centerface", self._build_centerface)

    def describer(self) -> Describer:
        """The network that gives 128 numbers for a face: (N, 150, 150, 3) bytes in RGB to (N, 128).

        face_recognition's own, rebuilt for OpenVINO; dlib's slow original where the rebuilt one does not give
        the same numbers on this machine. Always in float32: a template must not depend on the processor.
        """
        describer: Describer = self._once("describer", self._build_describer)
        return describer

    def landmarks(self) -> Any:
        """Dlib's five-point model (eye corners and nose), as face_recognition uses it by default."""
        return self._once("landmarks", self._build_landmarks)

    def text_reader(self) -> TextReader:
        """The two networks that find and read writing."""
        reader: TextReader = self._once("text_reader", self._build_text_reader)
        return reader

    def second_reader(self) -> SecondReader | None:
        """Tesseract, where it is installed, shut in and wanted; else None."""
        return self._second_reader

    def rest(self) -> None:
        """Give back the working memory of the large models, which stay themselves. Only while none of them works.

        Each keeps buffers for the largest picture that it saw, up to 0.35 GB for faces and 0.22 GB for writing. Kept
        from photo to photo they save a fifth of the time of the first few; then the process has more than it may, and a
        fresh one takes three seconds.
        """
        with self._lock:
            if "centerface" in self._kept:
                self._kept["centerface"].release_memory()
            if "text_reader" in self._kept:
                self._kept["text_reader"].finder.release_memory()
                self._kept["text_reader"].reader.release_memory()

    def _build_centerface(self) -> Any:
        core = openvino.Core()
        model = core.read_model(models.CENTERFACE.read())
        model.reshape({0: [-1, 3, -1, -1]})
        steps = PrePostProcessor(model)
        steps.input().tensor().set_element_type(openvino.Type.u8)
        steps.input().tensor().set_layout(openvino.Layout("NHWC"))
        steps.input().model().set_layout(openvino.Layout("NCHW"))
        # LATENCY: one photo at a time on all cores. In bfloat16 where the processor has it, which takes half the time
        settings = {"PERFORMANCE_HINT": "LATENCY", **NOTHING_KEPT}
        return core.compile_model(steps.build(), "CPU", settings)

    def _build_describer(self) -> Describer:
        # compiled anew at each start: that takes 0.2 s, and a cache of it would be one more file to guard
        core = openvino.Core()
        settings = {"PERFORMANCE_HINT": "LATENCY", "INFERENCE_PRECISION_HINT": "f32"}
        try:
            network = core.compile_model(build_face_network(models.FACE_NETWORK.read()), "CPU", settings)
        except RuntimeError:  # OpenVINO's root: a processor or version that it does not serve
            return _describer_of_dlib()

        def describe(chips: Pixels) -> Floats:
            numbers: Floats = network(chips)[0]
            return numbers

        return describe if agrees_with_dlib(describe) else _describer_of_dlib()

    def _build_landmarks(self) -> Any:
        import dlib  # noqa: PLC0415  (0.2 s that a process which describes no face need not pay)

        return dlib.shape_predictor(str(models.FIVE_LANDMARKS.verified_path()))

    def _build_text_reader(self) -> TextReader:
        core = openvino.Core()
        finder = _with_byte_pixels(core.read_model(models.TEXT_FINDER.read()))
        reader = core.read_model(models.TEXT_READER.read())
        letters = str(reader.get_rt_info()["framework"]["character"].value).splitlines()
        kept = _latin_columns(letters)
        _keep_columns(reader, kept)
        # 0 stands for "no letter here"; the last column is the space
        alphabet = ("", *(letters[column - 1] for column in kept[1:-1]), " ")
        settings = {"PERFORMANCE_HINT": "LATENCY", **NOTHING_KEPT}
        return TextReader(
            core.compile_model(finder, "CPU", settings),
            core.compile_model(_with_byte_pixels(reader), "CPU", settings),
            alphabet,
        )


def _describer_of_dlib() -> Describer:
    """The original: the same numbers, at 200 ms a face."""
    import dlib  # noqa: PLC0415  (only where it is needed)

    network = dlib.face_recognition_model_v1(str(models.FACE_NETWORK.verified_path()))

    def describe(chips: Pixels) -> Floats:
        return np.array([network.compute_face_descriptor(chip) for chip in chips], np.float32)

    return describe


def _with_byte_pixels(model: Any) -> Any:
    """The model taking (N, H, W, 3) bytes in RGB, so that no step of ours copies floating-point pictures.

    PP-OCR expects BGR from -1 to 1 (rapidocr's config.yaml: mean and standard deviation 0.5).
    """
    steps = PrePostProcessor(model)
    tensor = steps.input().tensor()
    tensor.set_element_type(openvino.Type.u8)
    tensor.set_layout(openvino.Layout("NHWC"))
    tensor.set_color_format(ColorFormat.RGB)
    steps.input().model().set_layout(openvino.Layout("NCHW"))
    convert = steps.input().preprocess()
    convert.convert_element_type(openvino.Type.f32)
    convert.convert_color(ColorFormat.BGR)
    convert.mean(127.5)
    convert.scale(127.5)
    return steps.build()


def _latin_columns(letters: list[str]) -> list[int]:
    """Which outputs of the reader are kept: nothing, Latin letters with accents, digits, signs, space."""
    kept = [i for i, letter in enumerate(letters, start=1) if len(letter) == 1 and _is_latin(letter)]
    return [0, *kept, len(letters) + 1]


def _is_latin(letter: str) -> bool:
    return ord(letter) < writing.LAST_LATIN or letter in writing.LATIN_SIGNS


def _keep_columns(model: Any, columns: list[int]) -> None:
    """Cut the reader's 18,710 outputs down to `columns`.

    It is done after the softmax, so that a line in another script keeps the low score that it deserves.
    """
    result = model.get_results()[0]
    taken = ops.gather(
        result.input_value(0), ops.constant(np.array(columns, np.int64)), ops.constant(np.int64(2))
    )
    result.input(0).replace_source_output(taken.output(0))
