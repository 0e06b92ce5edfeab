"""What every test may ask for: the folders, real faces from the dependencies, and a quiet window system."""

from __future__ import annotations

import gc
import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, settings

from consent.store import cost
from consent.store.cost import Cost
from tests.postgres import Cluster, running
from tests.promises.summary import pytest_terminal_summary  # noqa: F401 - pytest finds it by its name

# before any test imports Qt: tests need no screen, and a forgotten dialog must not pop up on one
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# a loaded machine must not fail a property; the example database keeps found failures between runs
settings.register_profile("greenlight", deadline=None)
# where a protection was taken out one failure is enough (tests/mutations)
settings.register_profile("mutations", deadline=None, database=None, phases=(Phase.explicit, Phase.generate))
settings.load_profile("greenlight")

ROOT = Path(__file__).resolve().parent.parent
EVALUATION = ROOT.parent / "shared" / "eval"


@pytest.fixture(scope="session", autouse=True)
def _cheap_passwords() -> Iterator[None]:
    """A guess at a password costs nothing in tests that do not ask what it costs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cost, "FLOOR", Cost(memory_kib=8, passes=1, lanes=1))
        patch.setattr(cost, "AIM_SECONDS", 0.0)
        yield


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def eval_folder() -> Path:
    """The pictures for measuring, which are not part of the project."""
    if not EVALUATION.is_dir():
        pytest.skip("the evaluation pictures (../shared/eval) are not on this machine")
    return EVALUATION


def _skimage_data(name: str) -> Path:
    """A file inside scikit-image's package, found without importing it."""
    spec = importlib.util.find_spec("skimage")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "data" / name


@pytest.fixture(scope="session")
def portrait() -> Path:
    """A colour PNG of 512×512 with one real face, upright."""
    return _skimage_data("astronaut.png")


@pytest.fixture(scope="session")
def small_faces() -> Path:
    """A numpy file with 200 grey pictures of 25×25: the first hundred are faces."""
    return _skimage_data("lfw_subset.npy")


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL server, started for this run."""
    with running() as one:
        yield one


@pytest.fixture
def memory_as_before() -> Iterator[None]:
    """For tests of what changes when Python looks through its memory."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()
