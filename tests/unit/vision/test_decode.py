"""Opening a photo: what is read, how it then stands, and what is refused by which code."""

from __future__ import annotations

import contextlib
import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from tests.pictures import (
    SAMPLINGS,
    a_chunk,
    a_file,
    a_jpeg,
    a_png_header,
    a_scene,
    exif,
    stored_for,
    with_segment,
)
from vision.decode import LIMITS, decode
from vision.decode.isobmff import heif_orientation
from vision.decode.jpeg import read_jpeg
from vision.errors import Code, PhotoRefusedError
from vision.image import Container, Photo, Pixels


def refusal(untrusted: bytes) -> Code:
    with pytest.raises(PhotoRefusedError) as caught:
        decode(untrusted)
    return caught.value.code


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    written = io.BytesIO()
    image.save(written, kind, **options)
    return written.getvalue()


def mean_difference(photo: Photo, wanted: Pixels) -> float:
    return float(np.abs(photo.pixels.astype(int) - wanted.astype(int)).mean())


@pytest.mark.parametrize("container", list(Container))
def test_each_container_is_read_whatever_its_name(container: Container) -> None:
    rows, columns = np.mgrid[0:120, 0:160]
    smooth = np.stack([rows, columns, rows + columns // 2], axis=2).astype(np.uint8)
    photo = decode(a_file(container, smooth))
    assert (photo.container, photo.width, photo.height, photo.reduced) == (container, 160, 120, 1)
    assert mean_difference(photo, smooth) < 4
    assert not photo.pixels.flags.writeable


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("container", [c for c in Container if c is not Container.HEIF])
def test_every_orientation_stands_upright(container: Container, orientation: int) -> None:
    scene = np.zeros((40, 60, 3), dtype=np.uint8)
    scene[:20, :20, 0] = scene[20:, 40:, 1] = 255
    photo = decode(a_file(container, scene, orientation=orientation))
    assert (photo.width, photo.height) == (60, 40)
    assert photo.grid.orientation == orientation
    assert mean_difference(photo, scene) < 12


def test_an_orientation_in_xmp_counts_where_exif_says_nothing() -> None:
    packet = b'http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta><rdf:Description tiff:Orientation="6"/></x:xmpmeta>'
    scene = a_scene(40, 24)
    stored = stored_for(scene, 6)
    jpeg = with_segment(saved(Image.fromarray(stored), "JPEG"), 0xE1, packet)
    assert (decode(jpeg).width, decode(jpeg).grid.orientation) == (40, 6)


@pytest.mark.parametrize(
    "junk", [b"Exif\x00\x00", b"Exif\x00\x00II*\x00\xff\xff\xff\x7f", b"Exif\x00\x00" + exif(99)]
)
def test_broken_exif_does_not_harm_the_photo(junk: bytes) -> None:
    jpeg = with_segment(saved(Image.fromarray(a_scene(40, 24)), "JPEG"), 0xE1, junk)
    assert (decode(jpeg).width, decode(jpeg).grid.orientation) == (40, 1)


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("L", "PNG"), ("1", "PNG"), ("P", "PNG"), ("LA", "PNG"), ("I;16", "PNG"), ("CMYK", "JPEG"), ("L", "JPEG"),
     ("I;16", "TIFF"), ("CMYK", "TIFF"), ("LAB", "TIFF"), ("YCbCr", "TIFF"), ("P", "TIFF")],
)  # fmt: skip
def test_every_kind_of_colour_becomes_rgb(mode: str, kind: str) -> None:
    grey = np.tile(np.linspace(0, 255, 64).astype(np.uint8), (32, 1))
    match mode:
        case "I;16":
            image = Image.fromarray(grey.astype(np.uint16) * 257)
        case "LAB":
            image = Image.merge("LAB", [Image.fromarray(grey), *[Image.new("L", (64, 32), 128)] * 2])
        case _:
            image = Image.fromarray(grey).convert("RGB").convert(mode)
    photo = decode(saved(image, kind))
    assert photo.pixels.shape == (32, 64, 3)
    assert photo.pixels[:, :8].mean() < 40
    assert photo.pixels[:, -8:].mean() > 215


@pytest.mark.parametrize("number", [np.float32, np.int32, np.int16])
def test_numbers_of_which_no_one_knows_what_is_white_are_no_photo(number: type) -> None:
    # judged by the largest of them, one pixel beneath a cover would change every other one
    image = Image.fromarray(np.tile(np.arange(64, dtype=number), (32, 1)), None)
    with pytest.raises(PhotoRefusedError) as refused:
        decode(saved(image, "TIFF"))
    assert refused.value.code is Code.UNSUPPORTED


def a_grey_tiff(bits: int, colours: int, order: str, *, packing: int) -> bytes:
    """Rows of black, a third and white, in so many bits, packed or not (8, 1); `colours` 0 counts from white to black, 1 from black."""
    most = (1 << bits) - 1
    row = [level for level in (0, most // 3, most) for _ in range(16)]
    stored = [most - level for level in row] if colours == 0 else row
    if bits == 16:
        line = struct.pack(f"{order}48H", *stored)
    else:
        line = int("".join(f"{level:0{bits}b}" for level in stored), 2).to_bytes(6 * bits, "big")
    data = line * 16 if packing == 1 else zlib.compress(line * 16)
    tags = ((256, 48), (257, 16), (258, bits), (259, packing), (262, colours), (273, 8), (277, 1),
            (278, 16), (279, len(data)))  # fmt: skip
    entries = b"".join(struct.pack(f"{order}HHII", tag, 4, 1, value) for tag, value in tags)
    start = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8 + len(data))
    return start + data + struct.pack(f"{order}H", len(tags)) + entries + bytes(4)


@pytest.mark.parametrize("packing", [1, 8])
@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("colours", [0, 1])
@pytest.mark.parametrize("bits", [1, 2, 4, 8, 12, 16])
def test_a_grey_tiff_is_as_light_as_it_says_or_is_refused(
    bits: int, colours: int, order: str, packing: int
) -> None:
    # almost black, or as a negative, it would go out with faces that no finder saw and anyone can bring back
    file = a_grey_tiff(bits, colours, order, packing=packing)
    if bits == 12 or (bits, colours) == (16, 0):
        assert refusal(file) is Code.UNSUPPORTED
    else:
        most = (1 << bits) - 1
        wanted = [round(255 * level / most) for level in (0, most // 3, most)]
        assert decode(file).pixels[8, 8::16, 0] == pytest.approx(wanted, abs=1)


def test_a_cover_reaches_further_where_a_frames_blocks_lie_beside_the_canvas() -> None:
    frames = [an_animation(a_scene(64, 48), at) for at in ((0, 0), (6, 10))]
    assert [decode(file).grid.reach for file in frames] == [8, 23]


def an_animation(pixels: Pixels, at: tuple[int, int]) -> bytes:
    """A WebP of one frame, `at` that place of a canvas of 128×128 (RFC 9649, section 2.7)."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return name + struct.pack("<I", len(body)) + body

    def number(value: int) -> bytes:
        return struct.pack("<I", value)[:3]

    height, width = pixels.shape[:2]
    place = number(at[0] // 2) + number(at[1] // 2) + number(width - 1) + number(height - 1) + bytes(4)
    frame = chunk(b"ANMF", place + saved(Image.fromarray(pixels), "WEBP", quality=60)[12:])
    head = chunk(b"VP8X", bytes([2, 0, 0, 0]) + 2 * number(127)) + chunk(b"ANIM", bytes(6))
    return chunk(b"RIFF", b"WEBP" + head + frame)


def test_transparent_parts_stand_on_white() -> None:
    image = Image.new("RGBA", (20, 20), (200, 0, 0, 255))
    image.paste((10, 20, 30, 0), (0, 0, 10, 20))
    pixels = decode(saved(image, "PNG")).pixels
    assert pixels[5, 5].tolist() == [255, 255, 255]
    assert pixels[5, 15].tolist() == [200, 0, 0]


def swapped_profile() -> bytes:
    """An sRGB profile with red and green exchanged, as a wide-gamut profile would differ, only more visibly."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = profile.index(b"rXYZ"), profile.index(b"gXYZ")
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    text = profile.replace(b"s\0R\0G\0B", b"t\0e\0s\0t").replace(b"sRGB", b"test")
    return bytes(text)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_an_embedded_profile_is_turned_into_srgb(kind: str) -> None:
    image = Image.new("RGB", (32, 32), (220, 30, 30))
    options: dict[str, object] = {"lossless": True} if kind == "WEBP" else {}
    photo = decode(saved(image, kind, icc_profile=swapped_profile(), **options))
    red, green, _ = (int(value) for value in photo.pixels[16, 16])
    assert green > 180
    assert red < 100


def test_a_broken_profile_counts_as_absent() -> None:
    image = Image.new("RGB", (32, 32), (220, 30, 30))
    photo = decode(saved(image, "PNG", icc_profile=b"\x00" * 200))
    assert photo.pixels[16, 16].tolist() == [220, 30, 30]


def test_only_the_first_picture_of_several_is_shown() -> None:
    frames = [Image.new("RGB", (24, 24), colour) for colour in ("red", "blue")]
    for kind, options in (("WEBP", {"lossless": True}), ("TIFF", {}), ("PNG", {}), ("MPO", {})):
        photo = decode(saved(frames[0], kind, save_all=True, append_images=frames[1:], **options))
        assert photo.pixels[12, 12, 0] > 250, kind
        assert photo.pixels[12, 12, 2] < 5, kind


@pytest.mark.parametrize(
    ("sampling", "block"), list(zip(SAMPLINGS, [(8, 8), (16, 8), (16, 16), (8, 16), (32, 8)], strict=True))
)
def test_the_stored_grid_follows_the_sampling_factors(sampling: str, block: tuple[int, int]) -> None:
    grid = decode(a_jpeg(a_scene(), sampling=sampling, orientation=6)).grid
    assert (grid.block_width, grid.block_height, grid.reach, grid.orientation) == (*block, 1, 6)


def test_lossless_files_have_no_blocks_and_lossy_ones_a_wide_grid() -> None:
    scene = a_scene()
    assert decode(a_file(Container.PNG, scene)).grid.block_width == 1
    assert decode(a_file(Container.TIFF, scene)).grid.reach == 0
    assert decode(saved(Image.fromarray(scene), "WEBP", lossless=True)).grid.block_width == 1
    assert decode(saved(Image.fromarray(scene), "WEBP")).grid.block_width == 16
    assert decode(a_file(Container.HEIF, scene)).grid.block_width == 32
    assert decode(a_file(Container.AVIF, scene)).grid.block_width == 64
    assert decode(saved(Image.fromarray(scene), "TIFF", compression="jpeg")).grid.block_width == 32


@pytest.mark.parametrize("reduced", [2, 4, 8])
def test_a_jpeg_beyond_the_limit_is_read_reduced_and_says_so(reduced: int) -> None:
    file = a_jpeg(a_scene(161, 119), orientation=6)
    photo = decode(file, largest_pixels=-(-161 // reduced) * -(-119 // reduced))
    assert (photo.width, photo.height, photo.reduced) == (161, 119, reduced)
    assert photo.pixels.shape == (-(-119 // reduced), -(-161 // reduced), 3)


@pytest.mark.parametrize("container", [c for c in Container if c is not Container.JPEG])
def test_other_files_beyond_the_limit_are_refused(container: Container) -> None:
    with pytest.raises(PhotoRefusedError) as caught:
        decode(a_file(container, a_scene()), largest_pixels=160 * 120 - 1)
    assert caught.value.code is Code.TOO_LARGE


@pytest.mark.parametrize(
    ("untrusted", "code"),
    [
        (b"", Code.EMPTY),
        (b"\x00" * 1000, Code.NOT_A_PHOTO),
        (b"plain words about a photo", Code.NOT_A_PHOTO),
        (b"%PDF-1.7", Code.NOT_A_PHOTO),
        (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom", Code.NOT_A_PHOTO),
        (b"GIF89a" + b"\x00" * 100, Code.UNSUPPORTED),
        (b"BM" + b"\x00" * 100, Code.UNSUPPORTED),
        (b"%!PS-Adobe-3.0 EPSF-3.0", Code.UNSUPPORTED),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Code.UNSUPPORTED),
        (b"II*\x00\x10\x00\x00\x00CR\x02\x00" + b"\x00" * 100, Code.UNSUPPORTED),
        (b"\x00\x00\x00\x18ftypcrx \x00\x00\x00\x01crx isom", Code.UNSUPPORTED),
        (b"\xff\xd8", Code.TRUNCATED),
        (b"\xff\xd8\xff", Code.TRUNCATED),
        (b"\xff\xd8\xff\xd9", Code.BROKEN),
        (b"\x89PNG\r\n\x1a\n", Code.TRUNCATED),
        (b"RIFF\xff\xff\xff\x7fWEBPVP8 ", Code.TRUNCATED),
        (b"RIFF\x04\x00\x00\x00WEBP", Code.BROKEN),
        (b"II*\x00", Code.TRUNCATED),
        (b"II*\x00\x00\x00\x00\x00", Code.BROKEN),
        (b"MM\x00*\x00\x00\x00\x08\x00\x00\x00\x00\x00\x08", Code.BROKEN),
        (b"\x00\x00\x00\x10ftypheic\x00\x00\x00\x00", Code.BROKEN),
        (b"\x00\x00\x00\x10ftypavif\x00\x00\x00\x00\x00\x00\x00\x40meta", Code.TRUNCATED),
        (a_png_header(14_000, 14_000), Code.TOO_LARGE),
        (a_png_header(0, 100), Code.BROKEN),
        (a_png_header(100, 100), Code.TRUNCATED),
    ],
)
def test_what_cannot_be_used_is_refused_by_its_code(untrusted: bytes, code: Code) -> None:
    assert refusal(untrusted) is code


def test_a_raw_file_is_refused_and_not_its_preview_shown() -> None:
    scene = Image.fromarray(a_scene())
    preview = saved(scene, "TIFF", tiffinfo={254: 1})
    dng = saved(scene, "TIFF", tiffinfo={50706: b"\x01\x04\x00\x00"})
    assert refusal(preview) is Code.UNSUPPORTED
    assert refusal(dng) is Code.UNSUPPORTED


def test_contradictions_in_a_png_are_found() -> None:
    png = saved(Image.fromarray(a_scene()), "PNG")
    flipped = bytearray(png)
    flipped[len(png) // 2] ^= 1
    assert refusal(bytes(flipped)) is Code.BROKEN
    header_twice = png[:33] + png[8:33] + png[33:]
    assert refusal(header_twice) is Code.BROKEN
    taller = png[:8] + a_chunk(b"IHDR", struct.pack(">IIBBBBB", 160, 200, 8, 2, 0, 0, 0)) + png[33:]
    assert refusal(taller) is Code.TRUNCATED


def an_interlaced_png(scene: Pixels, *, rows: int) -> bytes:
    """The scene in the seven passes of Adam7, claiming so many rows."""
    passes = (
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    )
    lines = [
        b"\x00" + line.tobytes()
        for x, y, across, down in passes
        for line in scene[y::down, x::across]
        if line.size
    ]
    header = struct.pack(">IIBBBBB", scene.shape[1], rows, 8, 2, 0, 0, 1)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"".join(lines))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(a_chunk(name, body) for name, body in chunks)


def test_an_interlaced_png_is_read_when_all_its_rows_are_there() -> None:
    scene = a_scene(13, 11)
    assert np.array_equal(decode(an_interlaced_png(scene, rows=11)).pixels, scene)
    assert refusal(an_interlaced_png(scene, rows=14)) is Code.TRUNCATED


def test_contradictions_in_a_jpeg_are_found() -> None:
    jpeg = a_jpeg(a_scene())
    frame = jpeg.index(b"\xff\xc0")
    taller = jpeg[: frame + 5] + struct.pack(">H", 4000) + jpeg[frame + 7 :]
    assert refusal(taller) is Code.TRUNCATED
    enormous = jpeg[: frame + 5] + struct.pack(">HH", 65_000, 65_000) + jpeg[frame + 9 :]
    assert refusal(enormous) is Code.TOO_LARGE
    arithmetic = jpeg.replace(b"\xff\xc0", b"\xff\xc9", 1)
    assert refusal(arithmetic) is Code.UNSUPPORTED
    deeper = jpeg[: frame + 4] + b"\x0c" + jpeg[frame + 5 :]
    assert refusal(deeper) is Code.UNSUPPORTED


def test_a_jpeg_of_thousands_of_scans_is_refused_before_it_costs_time() -> None:
    jpeg = a_jpeg(a_scene(), progressive=1)
    scan = jpeg.index(b"\xff\xda")
    frame = jpeg.index(b"\xff\xc2")
    wide = jpeg[: frame + 5] + struct.pack(">HH", 8_000, 8_000) + jpeg[frame + 9 :]
    next_scan = wide.index(b"\xff\xc4", scan)
    bomb = wide[:scan] + wide[scan:next_scan] * 2_000 + wide[next_scan:]
    assert refusal(bomb) is Code.TOO_LARGE


def test_a_tiny_picture_is_too_small() -> None:
    assert refusal(saved(Image.new("RGB", (7, 100)), "PNG")) is Code.TOO_SMALL


def test_a_photo_that_is_really_mid_grey_at_its_end_is_read() -> None:
    scene = a_scene()
    scene[80:] = 128
    for restart in (0, 2):
        assert decode(a_jpeg(scene, restart=restart)).height == 120


def test_bytes_behind_the_end_of_a_photo_do_not_matter() -> None:
    scene = a_scene()
    for container in (Container.JPEG, Container.PNG, Container.WEBP):
        assert decode(a_file(container, scene) + b"motion video" * 100).width == 160


def test_the_restart_markers_of_a_whole_file_are_all_there() -> None:
    head = read_jpeg(a_jpeg(a_scene(), restart=3), LIMITS)
    assert (head.stored.width, head.stored.height, head.progressive) == (160, 120, False)


def a_heif_turn(*properties: bytes) -> bytes:
    """The boxes of a HEIF that say how its primary picture is turned, and nothing else."""

    def box(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body) + 8) + name + body

    links = bytes(range(1, len(properties) + 1))
    listed = b"".join(box(one[:4], one[4:]) for one in properties)
    places = b"\x00\x00\x00\x00" + struct.pack(">IHB", 1, 7, len(links)) + links
    groups = box(b"ipco", listed) + box(b"ipma", places)
    return box(b"meta", b"\x00" * 4 + box(b"pitm", b"\x00\x00\x00\x00\x00\x07") + box(b"iprp", groups))


@pytest.mark.parametrize(
    ("properties", "orientation"),
    [
        ((), 1),
        ((b"irot\x00",), 1),
        ((b"irot\x01",), 8),
        ((b"irot\x02",), 3),
        ((b"irot\x03",), 6),
        ((b"imir\x01",), 2),
        ((b"imir\x00",), 4),
        ((b"irot\x03", b"imir\x01"), 5),
        ((b"irot\x01", b"imir\x01"), 7),
        ((b"hvcC\x00", b"irot\x03"), 6),
    ],
)
def test_the_turn_of_a_heif_is_known_to_its_grid(properties: tuple[bytes, ...], orientation: int) -> None:
    assert heif_orientation(a_heif_turn(*properties)) == orientation


def test_a_turn_in_a_second_list_of_links_counts_too() -> None:
    heif = a_heif_turn(b"hvcC\x00", b"irot\x03")
    links = heif.index(b"ipma")
    one_each = [b"\x00" * 4 + struct.pack(">IHBB", 1, 7, 1, place) for place in (1, 2)]
    lists = b"".join(struct.pack(">I", len(one) + 8) + b"ipma" + one for one in one_each)
    assert heif_orientation(with_longer(heif, links - 4, lists)) == 6


def with_longer(heif: bytes, at: int, ending: bytes) -> bytes:
    """The boxes with another ending from `at` on, and the lengths of those around it set right."""
    whole = bytearray(heif[:at] + ending)
    for name in (b"meta", b"iprp"):
        start = whole.index(name) - 4
        whole[start : start + 4] = struct.pack(">I", len(whole) - start)
    return bytes(whole)


def test_a_cover_reaches_further_where_a_heif_shows_a_part_of_its_picture() -> None:
    whole = a_file(Container.HEIF, a_scene(192, 128))
    cropped = a_cropped_heif(whole, 100, 80, left=35, top=15)
    photo = decode(cropped)
    assert (photo.width, photo.height) == (100, 80)
    assert mean_difference(photo, decode(whole).pixels[15:95, 35:135]) < 4
    # its blocks of 32 begin at -3 and -15
    assert (decode(whole).grid.reach, photo.grid.reach) == (8, 39)


def a_cropped_heif(heif: bytes, width: int, height: int, *, left: int, top: int) -> bytes:
    """The same file with a clean aperture (ISO/IEC 14496-12, 12.1.4) put before its other boxes' ends."""
    full = decode(heif)
    across, down = 2 * left + width - full.width, 2 * top + height - full.height
    aperture = struct.pack(">I4sIIIIiIiI", 40, b"clap", width, 1, height, 1, across, 2, down, 2)
    listed, links = heif.index(b"ipco") - 4, heif.index(b"ipma") - 4
    number = sum(heif[listed:links].count(name) for name in (b"hvcC", b"colr", b"ispe", b"pixi")) + 1
    longer = bytearray(heif)
    grown = {b"meta": 41, b"iprp": 41, b"ipco": 40, b"ipma": 1}
    for name, more in grown.items():
        start = heif.index(name) - 4
        size = int.from_bytes(heif[start : start + 4], "big")
        longer[start : start + 4] = struct.pack(">I", size + more)
    longer[links + 18] += 1  # how many properties the picture has
    end_of_links = links + int.from_bytes(heif[links : links + 4], "big")
    data = struct.pack(">I", heif.index(b"mdat") + 4)
    place = heif.index(data, heif.index(b"iloc"))
    longer[place : place + 4] = struct.pack(">I", heif.index(b"mdat") + 4 + 41)
    return bytes(
        longer[:links] + aperture + longer[links:end_of_links] + bytes([number]) + longer[end_of_links:]
    )


def test_no_word_of_a_photo_gets_into_a_refusal() -> None:
    secret = b"Zaynab Hussain"
    jpeg = with_segment(a_jpeg(a_scene()), 0xFE, secret)
    with pytest.raises(PhotoRefusedError) as caught:
        decode(jpeg[:-100])
    assert "Zaynab" not in str(caught.value)


@pytest.mark.parametrize("folder", ["hostile", "formats", "metadata", "orientation"])
def test_every_file_of_the_evaluation_is_read_or_refused_by_code(eval_folder: Path, folder: str) -> None:
    files = [path for path in sorted((eval_folder / folder).iterdir()) if path.is_file()]
    assert files
    for path in files:
        with contextlib.suppress(PhotoRefusedError):
            photo = decode(path.read_bytes())
            assert photo.pixels.shape == (photo.height, photo.width, 3)


def test_promise_7_the_portrait_has_the_same_upright_size_in_all_eight_orientations(
    eval_folder: Path,
) -> None:
    sizes = set()
    for path in sorted((eval_folder / "orientation").glob("Portrait_*.jpg")):
        photo = decode(path.read_bytes())
        sizes.add((photo.width, photo.height))
    assert len(sizes) == 1
