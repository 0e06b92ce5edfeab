"""Recognise contact data and number plates by their shape, reading slips allowed for."""

from __future__ import annotations

import re

from vision.text.words import set_of

_E_MAIL = re.compile(
    r"[\w.+%-]+\s?[@©]\s?[\w-]+\s?[.,]\s?[a-z]{2,}|\w\s?(?:@|\(at\)|\[at\])\s?[a-z][\w.-]{2,}", re.IGNORECASE
)
_ENDINGS = "co|org|sch|ac|gov|me|ltd|plc|nhs"
_WEB = re.compile(
    rf"\bhttps?\b|\bw{{2,3}}\s?[.,]\s?\w|[\w-]{{2,}}\s?\.\s?(?:{_ENDINGS})\s?[.,]\s?uk\b"
    r"|[\w-]{2,}\.(?:com|org|net|info|edu|school|education|uk|eu|ie|wales|cymru|scot|london|app|link|ly)\b",
    re.IGNORECASE,
)
_HANDLE = re.compile(
    r"(?:^|\s)@\s?\w[\w.]{2,}"
    r"|\b(?:instagram|insta|facebook|snapchat|snap|tiktok|twitter|whatsapp|discord|youtube|linkedin)\s*[:/@]\s*\S{2,}",
    re.IGNORECASE,
)
_PHONE_LABEL = re.compile(
    r"\b(?:tel|telephone|phone|call|mob|mobile|fax|ring|text|sms|whatsapp)\b", re.IGNORECASE
)
_NUMBER = re.compile(r"(?:\(?\+|\b00|\(|\b)[\dOoIlSB](?:[\s().–-]{0,3}[\dOoIlSB]){5,16}(?!\w)")
_AS_DIGIT = str.maketrans({"O": "0", "o": "0", "Q": "0", "D": "0", "I": "1", "l": "1", "|": "1", "Z": "2", "S": "5",
                           "G": "6", "T": "7", "B": "8"})  # fmt: skip
_AS_LETTER = str.maketrans({"0": "O", "1": "I", "2": "Z", "5": "S", "6": "G", "7": "T", "8": "B"})

_AREAS = set_of(
    "AB AL B BA BB BD BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX "
    "FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG "
    "NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS "
    "TW UB W WA WC WD WF WN WR WS WV YO ZE"
)
"""The letters with which a UK postcode begins (Royal Mail's postcode areas)."""

_POSTCODE = re.compile(
    r"(?<![A-Za-z0-9])([A-Z]{1,2})([0-9IlOSZ][0-9A-Z]?)(\s?)([0-9IlOSZBG])([A-Z015]{2})(?![A-Za-z0-9])"
)

_PLATE_SHAPES = (
    "LLDDLLL",  # since 2001: AB12 CDE
    *(f"L{'D' * digits}LLL" for digits in (1, 2, 3)),  # 1983 to 2001: A123 BCD
    *(f"LLL{'D' * digits}L" for digits in (1, 2, 3)),  # 1963 to 1983: ABC 123D
    *(f"LLL{'D' * digits}" for digits in (3, 4)),  # Northern Ireland: ABZ 1234, with I or Z; older ones
)
"""L is a letter, D a digit (DVLA, INF104)."""

_COUNTRY = re.compile(r"^(?:GB|UK|EU|ENG|SCO|CYM|CYMRU|ENGLAND|SCOTLAND|WALES)\s+", re.IGNORECASE)


def is_contact(text: str) -> bool:
    """Whether the line holds an e-mail or web address, a phone number, a UK postcode or a social handle."""
    return (
        bool(_E_MAIL.search(text) or _WEB.search(text) or _HANDLE.search(text))
        or has_phone(text)
        or has_postcode(text)
    )


def has_phone(text: str) -> bool:
    """UK numbers from 0, international ones from + or 00, and any number of six digits beside "Tel"."""
    labelled = _PHONE_LABEL.search(text) is not None
    for match in _NUMBER.finditer(text):
        written = match.group()
        letters = sum(letter.isalpha() for letter in written)
        digits = re.sub(r"\D", "", written.translate(_AS_DIGIT))
        if letters > len(digits) // 4:
            continue
        if labelled and 6 <= len(digits) <= 15:
            return True
        if written.lstrip("(").startswith("+") and 8 <= len(digits) <= 15:
            return True
        if digits.startswith("00") and 10 <= len(digits) <= 17:
            return True
        if re.fullmatch(r"0[12378]\d{8,9}|0800\d{4,7}|0845\d{4,7}|44[12378]\d{8,9}", digits):
            return True
    return False


def has_postcode(text: str) -> bool:
    """A UK postcode in capitals, whose first letters are a real area."""
    for area, outward, space, digit, unit in _POSTCODE.findall(text):
        mended = sum(letter.isalpha() for letter in (outward[0], digit)) + sum(
            sign.isdigit() for sign in unit
        )
        letters_that_never_end_one = set(unit.translate(_AS_LETTER)) & set("CIKMOV")
        if area in _AREAS and mended <= 1 and not letters_that_never_end_one and (space or not mended):
            return True
    return False


def is_plate(text: str) -> bool:
    """Whether the line is a UK number plate and nothing else but the country's letters."""
    bare = _COUNTRY.sub("", text.strip().upper())
    if len(re.findall(r"[\s.·•-]+", bare)) > 2:
        return False
    signs = re.sub(r"[\s.·•-]+", "", bare)
    return any(_has_shape(signs, shape) for shape in _PLATE_SHAPES)


def _has_shape(signs: str, shape: str) -> bool:
    if len(signs) != len(shape) or not signs.isascii() or not signs.isalnum():
        return False
    wrong = [place for place, sign in enumerate(signs) if sign.isdigit() != (shape[place] == "D")]
    # one slip may be mended; more would turn words such as OSBORNE into plates
    if len(wrong) > 1:
        return False
    meant = list(signs)
    for place in wrong:
        mended = signs[place].translate(_AS_DIGIT if shape[place] == "D" else _AS_LETTER)
        if mended == signs[place] or len(shape) < 7:
            return False
        meant[place] = mended
    if shape.startswith("LLLD") and shape.endswith("D"):
        return len(shape) == 7 and not wrong and bool({"I", "Z"} & set(meant[:3]))
    return len(shape) >= 6
