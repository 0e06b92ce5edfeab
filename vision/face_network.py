"""Rebuilds the network that turns a face into 128 numbers, because its own library is fifty times slower.

The weights are those of face_recognition (dlib's `dlib_face_recognition_resnet_model_v1.dat`). The layout is
dlib's `anet_type` (examples/dnn_face_recognition_ex.cpp) and its serialisation (dlib/dnn/layers.h,
dlib/cuda/tensor.h), measured in November 2026: at most 4e-7 from dlib's own numbers over real faces.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import openvino
from numpy.typing import NDArray
from openvino import opset13 as ops
from openvino.preprocess import PrePostProcessor

from vision.errors import Code, ModelError
from vision.image import Pixels

Floats = NDArray[np.float32]

Describer = Callable[[Pixels], Floats]
"""From faces, shape (N, 150, 150, 3), bytes in RGB, to their templates, shape (N, 128)."""

CHIP = 150
"""Side in pixels of the turned, cut-out face that the network takes (dlib's input_rgb_image_sized<150>)."""

TEMPLATE_LENGTH = 128

_MEAN_RGB = (122.782, 117.001, 104.298)  # dlib/dnn/input.h, input_rgb_image_sized
_DIVISOR = 256.0

# From the picture to the numbers: channels of each residual block, and whether it halves the size.
_BLOCKS = (
    *((32, False),) * 3,
    (64, True), *((64, False),) * 3,
    (128, True), *((128, False),) * 2,
    (256, True), *((256, False),) * 2,
    (256, True),
)  # fmt: skip


LARGEST_DIFFERENCE = 1e-5
"""How far any of the 128 numbers may lie from dlib's own: 25 times what was measured (4e-7 over real faces,
November 2026), and far below what distances between faces are made of (0.3 to 0.8)."""

# dlib's own numbers (dlib-bin 20.0.1, November 2026) for the pattern of `_pattern`, as little-endian float32
_PATTERN_TEMPLATE = (
    b"jpbXvYf9BT46/tU9yJFeO3PMub2jI1q92kyCvcT4+Tu8Fbs9wNENOm+1bT4z/ui82CVtviXtvryGL8C8uVesPfJbEb4c/yO9AK3N"
    b"vVu8Cb5II1Y96qp+u0ttDrxCTjI89mnJvZWHlr4jHY+95XgVvjLbsT1LmTS+CyB9PIBBnrykmjC+kShQvXwpHb2yLYs8sMJgPMQm"
    b"qb3pSQ4+s4ojvSWP+r0CWmy98MKWuz+Odz6BcTo+DtZQPbwP6jsSm9286BQcPUOme77QVKA8sEEfPgv2QD2nRdA9eh96PX9zAL5n"
    b"PYg8wD+TPSi7CL6MEAo9LbXFPNpc4r3SBia9iSbyveX9ej7Juak9cJuSvTA4473KfRw+S4Qavk1VHr2Zlrw9ekW2vWYaCL7+Nnm+"
    b"HhLSPShavT7dCUk+G/sovsk9djxGIyG+ZGoQval4Uzz0MsM871t1vVb8YDx0GqC9RJCZPTAhPD4QiKC9zPSsPIfdLj5Wcia9gX6b"
    b"PEqEPbwEII28KAbAvYmT07u7mTC9tY+ZvKazAj6FmuG9xmOrPFHoyz34rzS+H+uLPV7/47vDumC9tluXPLsGVjwoAG69Ge4svb+t"
    b"aT58Lme+bLuEPtfxYD6FaK88kpHsPYAF+jzfVuk99Vg3vbDBg70yDOC9fNVZvXggtTxE57O8EKCRvCSvBbs="
)


def agrees_with_dlib(describer: Describer) -> bool:
    """Whether `describer` gives dlib's numbers for a made pattern: a check of 10 ms at each start."""
    expected = np.frombuffer(base64.b64decode(_PATTERN_TEMPLATE), "<f4")
    return bool(np.abs(describer(_pattern()[None])[0] - expected).max() <= LARGEST_DIFFERENCE)


def _pattern() -> Pixels:
    """A picture of crossing waves in whole numbers, the same on every machine."""
    y, x = np.mgrid[:CHIP, :CHIP]
    channels = [((x * (3 + c) + y * (5 - c)) ^ ((x * y) >> 4)) & 0xFF for c in range(3)]
    return np.stack(channels, axis=2).astype(np.uint8)


@dataclass(slots=True)
class _Weights:
    """Reads dlib's serialised tensors one after the other; the layer next to the picture comes first."""

    untrusted: bytes
    at: int = 0

    def _integer(self) -> int:
        """Dlib packs an integer as a count (low four bits), a sign (top bit) and that many bytes."""
        head = self.untrusted[self.at]
        count = head & 0x0F
        value = int.from_bytes(self.untrusted[self.at + 1 : self.at + 1 + count], "little")
        self.at += 1 + count
        return -value if head & 0x80 else value

    def tensor(self, layer: bytes, *, leading: int = 0) -> Floats:
        """The parameters of the next layer of that name, flat; `leading` integers stand before them.

        Layers without parameters in between are skipped by looking for the name.
        """
        found = self.untrusted.find(layer, self.at)
        if found < 0:
            raise ModelError(Code.MODEL_MISSING, "the face network's file lacks a layer")
        self.at = found + len(layer)
        for _ in range(leading):
            self._integer()
        # the longest that these five packed integers can be
        if self.at + 5 * 9 > len(self.untrusted):
            raise ModelError(Code.MODEL_MISSING, "the face network's file ends too early")
        version, *sizes = (self._integer() for _ in range(5))
        count = int(np.prod(sizes))
        start, self.at = self.at, self.at + 4 * count
        if version != 2 or self.at > len(self.untrusted):
            raise ModelError(Code.MODEL_MISSING, "the face network's file is not laid out as expected")
        return np.frombuffer(self.untrusted, "<f4", count, start)

    def convolution(self, inputs: int, outputs: int, side: int) -> tuple[Floats, Floats]:
        """Filters (outputs, inputs, side, side) and biases (1, outputs, 1, 1), with the scale that follows."""
        numbers = self.tensor(b"con_4")
        filters = numbers[:-outputs].reshape(outputs, inputs, side, side)
        gamma, beta = self.tensor(b"affine_").reshape(2, outputs)
        biases = numbers[-outputs:] * gamma + beta
        return filters * gamma[:, None, None, None], biases[None, :, None, None]


def build_face_network(content: bytes) -> Any:
    """The network as an OpenVINO model, from the bytes of the weights file.

    Input (N, 150, 150, 3) bytes in RGB; output (N, 128) float32. Raises ModelError where the file is not
    laid out as expected.
    """
    weights = _Weights(content)
    picture = ops.parameter([-1, 3, CHIP, CHIP], np.float32, name="chips")
    at = ops.relu(_convolve(picture, weights.convolution(3, 32, 7), stride=2))
    at = ops.max_pool(at, [2, 2], [1, 1], [0, 0], [0, 0], [3, 3]).output(0)
    channels, side = 32, 35  # 150 pixels, after two steps of stride 2 without padding
    for outputs, halves in _BLOCKS:
        at, side = _block(at, weights, channels, outputs, halves=halves, side=side)
        channels = outputs
    pooled = ops.reduce_mean(at, np.array([2, 3]), keep_dims=False)
    # the fully connected layer states its outputs and inputs first and has no bias
    last = weights.tensor(b"fc_2", leading=2).reshape(channels, TEMPLATE_LENGTH)
    model = openvino.Model([ops.matmul(pooled, ops.constant(last), False, False)], [picture], "faces")
    return _with_byte_pixels(model)


def _block(
    before: Any, weights: _Weights, inputs: int, outputs: int, *, halves: bool, side: int
) -> tuple[Any, int]:
    """One residual block (dlib's `ares` or `ares_down`) and the side of what comes out of it."""
    first = weights.convolution(inputs, outputs, 3)
    at = ops.relu(_convolve(before, first, stride=2 if halves else 1))
    at = _convolve(at, weights.convolution(outputs, outputs, 3), stride=1)
    shortcut = before
    if halves:
        convolved, pooled = (side - 3) // 2 + 1, (side - 2) // 2 + 1
        side = max(convolved, pooled)
        shortcut = ops.avg_pool(before, [2, 2], [0, 0], [0, 0], [2, 2], exclude_pad=True).output(0)
        # dlib adds tensors of unequal sizes as if the smaller were filled up with zeros
        shortcut = _filled_up(shortcut, channels=outputs - inputs, pixels=side - pooled)
        at = _filled_up(at, channels=0, pixels=side - convolved)
    return ops.relu(ops.add(at, shortcut)), side


def _convolve(at: Any, weights: tuple[Floats, Floats], *, stride: int) -> Any:
    filters, biases = weights
    # dlib pads a convolution by half its size, but not at all where it strides
    padding = [0, 0] if stride > 1 else [filters.shape[2] // 2] * 2
    made = ops.convolution(at, ops.constant(filters), [stride] * 2, padding, padding, [1, 1])
    return ops.add(made, ops.constant(biases))


def _filled_up(at: Any, *, channels: int, pixels: int) -> Any:
    if not channels and not pixels:
        return at
    ends = np.array([0, channels, pixels, pixels])
    return ops.pad(at, np.zeros(4, np.int64), ends, "constant", np.float32(0))


def _with_byte_pixels(model: openvino.Model) -> openvino.Model:
    steps = PrePostProcessor(model)
    tensor = steps.input().tensor()
    tensor.set_element_type(openvino.Type.u8)
    tensor.set_layout(openvino.Layout("NHWC"))
    steps.input().model().set_layout(openvino.Layout("NCHW"))
    convert = steps.input().preprocess()
    convert.convert_element_type(openvino.Type.f32)
    convert.mean(list(_MEAN_RGB))
    convert.scale(_DIVISOR)
    return steps.build()
