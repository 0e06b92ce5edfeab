"""QR codes and bar codes are found, read where possible, and not seen in stripes."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from tests.pictures import a_scene
from vision.boxes import Box
from vision.codes.find import find_codes
from vision.findings import TextKind
from vision.image import Container, Photo, Pixels, StoredGrid

LEFT = [
    "0001101",
    "0011001",
    "0010011",
    "0111101",
    "0100011",
    "0110001",
    "0101111",
    "0111011",
    "0110111",
    "0001011",
]
PARITY = ["LLLLLL", "LLGLGG", "LLGGLG", "LLGGGL", "LGLLGG", "LGGLLG", "LGGGLL", "LGLGLG", "LGLGGL", "LGGLGL"]


def a_bar_code(digits: str, module: int) -> Pixels:
    """EAN-13 of 12 digits and its check digit (ISO/IEC 15420), with a quiet zone."""
    check = -sum(int(digit) * (3 if i % 2 else 1) for i, digit in enumerate(digits)) % 10
    numbers = [int(digit) for digit in digits] + [check]
    right = ["".join("10"[int(bit)] for bit in code) for code in LEFT]
    parity = PARITY[numbers[0]]
    first = [(LEFT if parity[i] == "L" else [code[::-1] for code in right])[numbers[i + 1]] for i in range(6)]
    bits = "101" + "".join(first) + "01010" + "".join(right[number] for number in numbers[7:]) + "101"
    row = np.array([255] * 11 + [0 if bit == "1" else 255 for bit in bits] + [255] * 11, np.uint8)
    return np.repeat(np.repeat(np.tile(row, (50, 1)), module, axis=0), module, axis=1)


def a_qr_code(text: str, module: int) -> Pixels:
    code = np.pad(cv2.QRCodeEncoder.create().encode(text), 3, constant_values=255)
    return np.asarray(cv2.resize(code, None, fx=module, fy=module, interpolation=cv2.INTER_NEAREST), np.uint8)


def photo_with(code: Pixels, x: int = 300, y: int = 200, *, size: tuple[int, int] = (1500, 1000)) -> Photo:
    pixels = cv2.resize(a_scene(300, 200), size, interpolation=cv2.INTER_CUBIC)
    pixels[y : y + code.shape[0], x : x + code.shape[1]] = code[..., None]
    return Photo(np.asarray(pixels, np.uint8), *size, 1, Container.JPEG, StoredGrid(16, 16, 1, 1))


@pytest.mark.parametrize("module", [3, 5, 8])
@pytest.mark.parametrize("quarter_turns", [0, 1, 2])
def test_a_qr_code_is_found_and_read(module: int, quarter_turns: int) -> None:
    code = np.rot90(a_qr_code("https://school.example/photos", module), quarter_turns)
    (found,) = find_codes(photo_with(code))
    assert (found.kind, found.text, found.found_by) == (TextKind.CODE, "https://school.example/photos", "qr")
    assert found.box.x1 >= 300
    assert found.box.x2 <= 300 + code.shape[1]


@pytest.mark.parametrize("module", [1.4, 1.6, 1.8])
def test_a_qr_code_of_less_than_two_pixels_a_module_is_found_in_its_place(module: float) -> None:
    code = a_qr_code("https://school.example/photos", 12)
    side = round(code.shape[0] / 12 * module)
    small = np.asarray(cv2.resize(code, (side, side), interpolation=cv2.INTER_AREA), np.uint8)
    (found,) = find_codes(photo_with(small, 700, 400))
    assert (found.kind, found.found_by) == (TextKind.CODE, "qr")
    quiet = round(5 * module)
    code_itself = Box(700, 400, 700 + side, 400 + side).grown(-quiet)
    assert found.box.grown(1).intersection(code_itself) == code_itself
    assert found.box.iou(code_itself) > 0.7


@pytest.mark.parametrize("shape", [(1, 1), (1, 900), (33, 40)])
def test_the_smallest_pictures_have_no_codes(shape: tuple[int, int]) -> None:
    pixels = np.full((*shape, 3), 200, np.uint8)
    assert find_codes(Photo(pixels, shape[1], shape[0], 1, Container.PNG, StoredGrid(1, 1, 0, 1))) == ()


@pytest.mark.parametrize("module", [2, 3, 5])
def test_a_bar_code_is_found_and_read(module: int) -> None:
    (found,) = find_codes(photo_with(a_bar_code("590123412345", module)))
    assert (found.kind, found.text, found.found_by) == (TextKind.CODE, "5901234123457", "barcode")


def test_a_qr_code_that_cannot_be_read_is_reported_all_the_same() -> None:
    code = a_qr_code("https://school.example/photos", 6)
    code[110:180, 90:150] = 128  # data lost beyond what the code can mend
    (found,) = find_codes(photo_with(code))
    assert found.text == ""
    assert found.score < 1


def test_a_large_photo_gives_corners_in_its_own_pixels() -> None:
    small = photo_with(a_qr_code("https://school.example/photos", 6))
    large = cv2.resize(small.pixels, (3000, 2000), interpolation=cv2.INTER_CUBIC)
    (found,) = find_codes(Photo(np.asarray(large, np.uint8), 3000, 2000, 1, Container.JPEG, small.grid))
    assert 600 <= found.box.x1 <= 660
    assert found.text


def test_a_photo_without_codes_has_none() -> None:
    assert find_codes(photo_with(np.zeros((0, 0), np.uint8))) == ()


def test_blinds_and_railings_are_no_bar_codes() -> None:
    for period in (8, 12, 20):
        stripes = np.where(np.arange(600) % period < period // 2, 90, 150).astype(np.uint8)
        assert find_codes(photo_with(np.tile(stripes, (120, 1)))) == ()


@pytest.mark.parametrize("published_side", [0, 3200])
@pytest.mark.parametrize("module", [2, 3])
@pytest.mark.parametrize("place", [(40, 40), (1990, 1480), (3800, 2800)])
def test_a_qr_code_that_can_be_read_in_what_is_published_is_found(
    published_side: int, module: int, place: tuple[int, int]
) -> None:
    # at 2048 pixels, where codes are otherwise looked for, these have one or one and a half a module
    code = a_qr_code("https://school.example/photos", module)
    x, y = place
    photo = photo_with(code, x, y, size=(4000, 3000))
    (found,) = find_codes(photo, published_side=published_side)
    itself = Box(x, y, x + code.shape[1], y + code.shape[0]).grown(-4 * module)
    assert found.box.grown(2 * module).intersection(itself) == itself
    assert found.box.iou(itself) > 0.6


def test_a_bar_code_that_can_be_read_in_what_is_published_is_found_once() -> None:
    code = a_bar_code("400638133393", 3)
    (found,) = find_codes(photo_with(code, 1900, 1400, size=(6000, 4000)), published_side=0)
    assert found.text == "4006381333931"
