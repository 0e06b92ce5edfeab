"""The ready-made platforms are usable as they stand."""

from __future__ import annotations

from app.ready_made import ready_made_platforms
from consent.platforms import UniformRule
from consent.wellformed import check_platform


def test_the_ten_platforms_of_the_product_are_there() -> None:
    assert [platform.id for platform in ready_made_platforms()] == [
        "website",
        "newsletter",
        "facebook",
        "instagram",
        "x",
        "linkedin",
        "tiktok",
        "youtube",
        "whatsapp",
        "press",
    ]


def test_each_can_be_kept_by_a_store() -> None:
    for platform in ready_made_platforms():
        check_platform(platform)


def test_open_networks_start_without_names_and_without_the_crest() -> None:
    open_to_strangers = {"facebook", "instagram", "x", "linkedin", "tiktok", "youtube"}
    for platform in ready_made_platforms():
        if platform.id in open_to_strangers:
            assert not platform.names_allowed
            assert platform.uniform is not UniformRule.ALLOWED
            assert platform.minimum_age >= 13
